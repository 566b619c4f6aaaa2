import { parse } from 'yaml';
import { corefile } from '../../../src/cluster-dns/delivery/corefile';
import { strategicMerge } from '../../../src/cluster-dns/delivery/strategic-merge';
import { text } from '../situations';

const edit = { current: { ...text('old'), otherData: { x: 'y' } }, name: 'coredns', namespace: 'kube-system', text: 'new\r\n' };

test('the patch names the Corefile and no other key', () => {
  expect(parse(strategicMerge(edit).text)).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'coredns', namespace: 'kube-system' }, data: { Corefile: 'new\r\n' } });
});

test('the Corefile alone is its text to the byte', () => expect(corefile(edit).text).toBe('new\r\n'));
