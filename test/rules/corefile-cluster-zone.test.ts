import { findings } from './harness';
import { configMap, corefile, holdsForPage, ofCorefile } from './page';
import { corefileClusterZone } from '../../src/rules/corefile-cluster-zone';

holdsForPage(corefileClusterZone, {
  path: 'data.Corefile',
  message: 'line 1, column 1: no server block has the plugin kubernetes: no name of a pod or Service resolves, in the whole cluster',
});

const of = (text: string) => ofCorefile(corefileClusterZone, text);

test('kubernetes for the domain, for all zones of its server block or for a parent of the domain passes', () => {
  expect(of(corefile('  cache 30'))).toEqual([]);
  expect(of('.:53 {\n  kubernetes\n}\n')).toEqual([]);
  expect(of('cluster.local:53 {\n  kubernetes\n}\n. {\n  forward . 1.1.1.1\n}\n')).toEqual([]);
  expect(of('.:53 {\n  kubernetes local\n}\n')).toEqual([]);
});

test('fails with a warning kubernetes for another domain than the manifests are judged for', () => {
  const text = '.:53 {\n  kubernetes corp.example in-addr.arpa\n}\n';
  expect(of(text)).toMatchObject([{ severity: 'warning', message: expect.stringContaining('line 2, column 3: kubernetes serves corp.example in-addr.arpa, and the manifests are judged for a cluster with the domain cluster.local') }]);
  expect(findings(corefileClusterZone, [configMap('coredns', { Corefile: text })], 28, 'corp.example')).toEqual([]);
});

test('what an imported file or a variable decides, a CoreDNS that hands the domain on, and one in front of another are not judged', () => {
  expect(of('.:53 {\n  errors\n}\nimport custom/*.server\n')).toEqual([]);
  expect(of('.:53 {\n  errors\n  import /etc/coredns/more\n}\n')).toEqual([]);
  expect(of('.:53 {\n  kubernetes {$DOMAIN}\n}\n')).toEqual([]);
  expect(of('cluster.local:53 {\n  forward . 10.0.0.10\n}\n')).toEqual([]);
  expect(findings(corefileClusterZone, [configMap('node-local-dns', { Corefile: '.:53 {\n  forward . 1.1.1.1\n}\n' })])).toEqual([]);
  expect(findings(corefileClusterZone, [configMap('coredns-custom', { 'a.server': 'corp.example {\n  forward . 1.1.1.1\n}\n' })])).toEqual([]);
});

test('fails a Corefile whose snippet brings no kubernetes', () => {
  expect(of('(common) {\n  errors\n}\n.:53 {\n  import common\n}\n')).toHaveLength(1);
});
