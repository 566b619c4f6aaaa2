import { parse } from 'yaml';
import { kustomize } from '../../../src/cluster-dns/delivery/kustomize';

test('a component has one guarded patch for each ConfigMap', () => {
  const edit = (name: string) => ({ current: { corefile: 'old', otherData: {}, immutable: false }, name, namespace: 'kube-system', text: 'new' });
  const { kind, patches } = parse(kustomize([edit('coredns'), edit('node-local-dns')]).text);
  expect([kind, patches.map(({ target }: any) => target)]).toEqual(['Component', [
    { version: 'v1', kind: 'ConfigMap', name: 'coredns', namespace: 'kube-system' }, { version: 'v1', kind: 'ConfigMap', name: 'node-local-dns', namespace: 'kube-system' },
  ]]);
  expect(JSON.parse(patches[1].patch).map(({ op }: any) => op)).toEqual(['test', 'replace']);
});
