import * as fc from 'fast-check';
import { configMap, corefile } from './page';
import * as reader from '../../src/corefile/parse';
import { RULES } from '../../src/rules';
import { corefileViews } from '../../src/rules/corefiles';
import { DNS_RULES } from '../../src/rules/dns-rules';
import { ObjectSet } from '../../src/rules/object-set';
import { judge } from '../../src/rules/run';
import { corefiles, soup } from '../corefile/arbitraries';
import { corefile as ofPlatform, platforms } from '../corefile/corefiles';

const target = { minor: 28, clusterDomain: 'cluster.local' };
const keys = (object: any) => corefileViews(new ObjectSet([object])).map(({ key, role }) => [key, role]);
const ids = (...objects: any[]) => judge(objects, RULES, target).map(({ finding }) => finding.ruleId);
const ZERO = corefile('  cache 30 {\n    denial 0\n  }');

test('the Corefile of the ConfigMaps of cluster DNS is read, and in coredns-custom what its suffix says', () => {
  for (const name of ['coredns', 'node-local-dns', 'nodelocaldns', 'rke2-coredns-rke2-coredns']) {
    expect(keys(configMap(name, { 'Corefile': ZERO, 'NodeHosts': '10.0.0.1 a', 'x.server': ZERO }))).toEqual([['Corefile', 'main']]);
  }
  expect(keys(configMap('dns-default', { Corefile: ZERO }, 'openshift-dns'))).toEqual([['Corefile', 'main']]);
  expect(keys(configMap('coredns-custom', { 'a.server': '', 'b.override': '', 'c.include': '', 'Corefile': '', 'd.hosts': '' })))
    .toEqual([['a.server', 'server'], ['b.override', 'override'], ['c.include', 'override']]);
});

test('a missing namespace counts as kube-system, and every other one is somebody else\'s', () => {
  const named = (name: string, namespace?: string) => ids({ ...configMap(name, { Corefile: ZERO }), metadata: { name, namespace } });
  expect([named('coredns'), named('coredns', 'kube-system'), named('dns-default', 'openshift-dns')]).toEqual(Array(3).fill(['corefile-denial-zero']));
  expect([named('coredns', 'prod'), named('coredns', 'openshift-dns'), named('dns-default', 'kube-system'), named('dns', 'kube-system')]).toEqual([[], [], [], []]);
});

test('a ConfigMap of another API group and another kind are silent, and data that is no text cannot be read at all', () => {
  expect(ids({ ...configMap('coredns', { Corefile: ZERO }), apiVersion: 'x.test/v1' })).toEqual([]);
  expect(ids({ ...configMap('coredns', { Corefile: ZERO }), kind: 'Secret' })).toEqual([]);
  expect(ids(configMap('coredns', { Corefile: 7 }), configMap('coredns-custom', { 'a.override': null }))).toEqual(['field-types']);
});

test('an annotation of the ConfigMap acknowledges a finding', () => {
  const object = configMap('coredns', { Corefile: ZERO });
  object.metadata.annotations = { 'cdk8s-stateful.dev/ignore': 'corefile-denial-zero: a small cache is wanted' };
  expect(ids(object)).toEqual([]);
});

test.each(platforms)('no rule says a word about the Corefile of %s', (platform) => {
  expect(ids(configMap('coredns', { Corefile: ofPlatform(platform, 'cache 30') }))).toEqual([]);
});

test('no rule throws on any text, whichever way it is read', () => {
  fc.assert(fc.property(fc.oneof(soup, corefiles), (text) => {
    const objects = [configMap('coredns', { Corefile: text }), configMap('coredns-custom', { 'a.server': text, 'b.override': text })];
    for (const { finding } of judge(objects, DNS_RULES, target)) expect(finding.message).toMatch(/^line [1-9]\d*, column [1-9]\d*: /);
  }), { numRuns: 500 });
});

test('a text is read once, however many rules ask, and the data of other ConfigMaps never', () => {
  const parse = jest.spyOn(reader, 'parse');
  const other = { ...configMap('app', {}), get data(): never { throw new Error('read'); } };
  judge([other, configMap('coredns', { Corefile: ZERO }), configMap('node-local-dns', { Corefile: ZERO })], RULES, target);
  expect(parse).toHaveBeenCalledTimes(2);
  parse.mockRestore();
});
