import { afterChange, findings, sound } from './harness';
import { objectNameValid } from '../../src/rules/object-name-valid';

const withObject = (apiVersion: string, kind: string, name: unknown, namespace: unknown = 'prod') =>
  afterChange(objectNameValid, ({ objects }) => objects.push({ apiVersion, kind, metadata: { name, namespace } }));

test('the sound set passes, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(objectNameValid, sound().objects, minor))).toEqual([]);
});

test('fails a NetworkPolicy whose name is no DNS subdomain, which nothing can acknowledge', () => {
  const [finding, ...others] = withObject('networking.k8s.io/v1', 'NetworkPolicy', 'Bad_Name');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'object-name-valid', severity: 'error', kind: 'NetworkPolicy', path: 'metadata.name', acknowledgeable: false });
  expect(finding.message).toBe('"Bad_Name" is no name that a NetworkPolicy can have; the API server refuses the NetworkPolicy');
});

test.each([
  ['v1', 'ConfigMap', 'Bad_Name'], ['v1', 'Secret', '-a'], ['v1', 'ServiceAccount', 'a b'], ['v1', 'PersistentVolumeClaim', 'a..b'], ['apps/v1', 'Deployment', ''],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', 'A'], ['storage.k8s.io/v1', 'StorageClass', 'Fast'], ['networking.k8s.io/v1', 'NetworkPolicy', 'a'.repeat(254)],
  ['policy/v1', 'PodDisruptionBudget', 'a/b'], ['policy/v1', 'PodDisruptionBudget', 'a%b'], ['v1', 'ConfigMap', undefined], ['policy/v1', 'PodDisruptionBudget', undefined],
])('fails %s %s with the name %j', (apiVersion, kind, name) => {
  expect(withObject(apiVersion, kind, name)).toHaveLength(1);
});

test.each([
  ['v1', 'ConfigMap', 'a.b-c.0'], ['networking.k8s.io/v1', 'NetworkPolicy', 'a'.repeat(253)], ['policy/v1', 'PodDisruptionBudget', 'Bad_Name'],
  ['rbac.authorization.k8s.io/v1', 'Role', 'system:Bad_Name'], ['example.com/v1', 'ConfigMap', 'Bad_Name'], ['v1', 'Unknown', 'Bad_Name'],
])('%s %s may be called %j', (apiVersion, kind, name) => {
  expect(withObject(apiVersion, kind, name)).toEqual([]);
});

test('a name that the API server makes up passes', () => {
  expect(afterChange(objectNameValid, ({ objects }) => objects.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { generateName: 'x-' } }))).toEqual([]);
});

test('fails a namespace that cannot exist, on every object that names it', () => {
  const found = afterChange(objectNameValid, ({ set, service }) => { set.metadata.namespace = service.metadata.namespace = 'Bad.NS'; });
  expect(found.map(({ kind, path }) => [kind, path])).toEqual([['Service', 'metadata.namespace'], ['StatefulSet', 'metadata.namespace']]);
  expect(found[0].message).toBe('namespace "Bad.NS" is no DNS label, so it cannot exist; the API server refuses the Service');
});

test('fails the name of a Namespace that is no DNS label', () => {
  const named = (name: string) => findings(objectNameValid, [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }]);
  expect(named('prod')).toEqual([]);
  expect(named('prod.eu')).toMatchObject([{ path: 'metadata.name' }]);
});

test('an empty name is one that is made up', () => {
  expect(findings(objectNameValid, [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: '', generateName: 'a-' } }])).toEqual([]);
  expect(findings(objectNameValid, [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: '' } }])).toHaveLength(1);
});
