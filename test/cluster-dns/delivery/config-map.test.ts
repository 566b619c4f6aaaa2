import { parse } from 'yaml';
import { Current } from '../../../src/cluster-dns/current';
import { configMap } from '../../../src/cluster-dns/delivery/config-map';

const current: Current = {
  corefile: 'old\n',
  otherData: { 'example.db': 'zone\n', 'Corefile-backup': 'older\n' },
  binaryData: { logo: 'AA==' },
  immutable: false,
  metadata: { name: 'coredns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, annotations: { 'a.test/b': 'c' } },
};
const edit = { current, name: 'coredns', namespace: 'kube-system', text: 'new {\n}\n' };

test('a fetched ConfigMap keeps its other keys, labels and annotations', () => {
  expect(parse(configMap(edit).text)).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'coredns',
      namespace: 'kube-system',
      labels: { 'k8s-app': 'kube-dns' },
      annotations: {
        'a.test/b': 'c',
        'argocd.argoproj.io/sync-options': 'ServerSideApply=true,Prune=false,Delete=false',
        'kustomize.toolkit.fluxcd.io/prune': 'disabled',
        'kustomize.toolkit.fluxcd.io/ssa': 'merge',
      },
    },
    data: { 'Corefile': 'new {\n}\n', 'example.db': 'zone\n', 'Corefile-backup': 'older\n' },
    binaryData: { logo: 'AA==' },
  });
});

test('a Corefile that came without its ConfigMap is told to be applied, never replaced', () => {
  expect(configMap(edit).how).toHaveLength(1);
  expect(configMap({ ...edit, current: { ...current, metadata: undefined } }).how[1]).toContain('`kubectl replace` would delete them');
});
