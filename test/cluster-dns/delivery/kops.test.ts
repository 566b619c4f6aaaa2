import { parse } from 'yaml';
import { kops } from '../../../src/cluster-dns/delivery/kops';
import { text } from '../situations';

test('the cluster spec holds both Corefiles, or the one that changes', () => {
  const edit = (name: string) => ({ current: text(''), name, namespace: 'kube-system', text: `# ${name}\n. {\n}\n` });
  const spec = (...args: Parameters<typeof kops>) => parse(kops(...args).text).spec.kubeDNS;
  expect(spec(edit('coredns'), edit('node-local-dns'))).toEqual({
    provider: 'CoreDNS', externalCoreFile: '# coredns\n. {\n}\n', nodeLocalDNS: { externalCoreFile: '# node-local-dns\n. {\n}\n' },
  });
  expect(spec(undefined, edit('x'))).toEqual({ nodeLocalDNS: { externalCoreFile: '# x\n. {\n}\n' } });
});
