import { parse } from 'yaml';
import { kubespray } from '../../../src/cluster-dns/delivery/kubespray';

const block = (text: string) => parse(kubespray({ current: { corefile: '', otherData: {}, immutable: false }, name: 'coredns', namespace: 'kube-system', text }, 'a.test').text)
  .coredns_default_zone_cache_block;

test('the block is that of the server block which answers, comments included, without indentation and carriage returns', () => {
  expect(block('b.test {\n cache 1\n}\n. {\r\n\tcache 30 { # x\r\n\t\tkeepttl\r\n\t}\r\n}\r\n')).toBe('cache 30 { # x\n\tkeepttl\n}\n');
  expect(block('. {\n  cache 30\n}\n')).toBe('cache 30\n');
});
