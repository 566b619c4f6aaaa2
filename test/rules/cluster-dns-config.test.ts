import { corefileRole, isClusterDns, isClusterDnsName } from '../../src/rules/cluster-dns-config';

test('cluster DNS is known by its names in kube-system, where a missing namespace counts as that', () => {
  for (const name of ['coredns', 'coredns-custom', 'node-local-dns', 'nodelocaldns', 'rke2-coredns-rke2-coredns']) {
    expect([isClusterDnsName(name, 'kube-system'), isClusterDnsName(name, undefined), isClusterDnsName(name, ''), isClusterDnsName(name, 'prod')]).toEqual([true, true, true, false]);
  }
  expect([isClusterDnsName('dns-default', 'openshift-dns'), isClusterDnsName('dns-default', 'kube-system')]).toEqual([true, false]);
  expect([isClusterDnsName('app', 'kube-system'), isClusterDnsName(undefined, undefined)]).toEqual([false, false]);
});

test('only a ConfigMap of the core group is cluster DNS', () => {
  const metadata = { name: 'coredns', namespace: 'kube-system' };
  expect([isClusterDns({ apiVersion: 'v1', kind: 'ConfigMap', metadata }), isClusterDns({ kind: 'ConfigMap', metadata })]).toEqual([true, true]);
  expect([isClusterDns({ apiVersion: 'v1', kind: 'Secret', metadata }), isClusterDns({ apiVersion: 'x/v1', kind: 'ConfigMap', metadata }), isClusterDns(null)]).toEqual([false, false, false]);
});

test('the keys of coredns-custom are read by their suffix, of the others Corefile alone', () => {
  const role = (name: string, key: string) => corefileRole({ metadata: { name } }, key);
  expect([role('coredns', 'Corefile'), role('coredns', 'db.server')]).toEqual(['main', undefined]);
  expect(['db.server', 'log.override', 'log.include', 'Corefile', 'notes.txt'].map((key) => role('coredns-custom', key))).toEqual(['server', 'override', 'override', undefined, undefined]);
});
