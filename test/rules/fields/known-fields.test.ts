import { unknownFields } from '../../../src/rules/fields/known-fields';
import { parse, SOUND } from '../harness';

const found = (yaml: string, minor = 28) => parse(yaml).flatMap((object) => unknownFields(object, minor));

test('a sound set has no field that is unknown', () => {
  expect(found(SOUND)).toEqual([]);
  expect(found(SOUND, 36)).toEqual([]);
});

test('a name that differs by few letters is meant, in whatever case', () => {
  const [field] = found('{ apiVersion: apps/v1, kind: StatefulSet, spec: { volumeClaimTemplate: [] } }');
  expect(field).toEqual({ path: ['spec', 'volumeClaimTemplate'], meant: ['spec', 'volumeClaimTemplates'] });
  expect(found('{ apiVersion: apps/v1, kind: StatefulSet, spec: { ServiceName: a, relpicas: 1 } }').map(({ meant }) => meant)).toEqual([['spec', 'serviceName'], ['spec', 'replicas']]);
});

test('the same name in a struct on the way, or in one that it holds, is meant', () => {
  const set = found('{ apiVersion: apps/v1, kind: StatefulSet, labels: {}, spec: { template: { spec: { replicas: 1, containers: [{ name: a, nodeSelector: {}, terminationGracePeriodSeconds: 5, limits: {} }] } } } }');
  expect(set.map(({ meant }) => meant?.join('.'))).toEqual([
    'metadata.labels', 'spec.replicas', 'spec.template.spec.nodeSelector', 'spec.template.spec.terminationGracePeriodSeconds', 'spec.template.spec.containers.0.resources.limits',
  ]);
});

test('nothing is meant by a name that is like no other', () => {
  expect(found('{ apiVersion: v1, kind: Service, spec: { colour: red } }')).toEqual([{ path: ['spec', 'colour'], meant: undefined }]);
});

test('keys that are the user\'s are no fields', () => {
  expect(found(`
{ apiVersion: v1, kind: Service, metadata: { labels: { a: b }, annotations: { a: b } }, spec: { selector: { a: b } } }
---
{ apiVersion: apps/v1, kind: StatefulSet, spec: { selector: { matchLabels: { a: b } }, template: { spec: { nodeSelector: { a: b }, containers: [{ resources: { limits: { a.b/c: 1 } } }],
  volumes: [{ csi: { driver: a, volumeAttributes: { a: b } } }] } } } }
---
{ apiVersion: v1, kind: ConfigMap, data: { a: b }, binaryData: { c: aGk= } }
---
{ apiVersion: storage.k8s.io/v1, kind: StorageClass, parameters: { a: b } }
`)).toEqual([]);
});

test('kinds that rules do not read, other versions and values of another shape have no unknown field', () => {
  expect(found(`
{ apiVersion: example.org/v1, kind: StatefulSet, spec: { a: 1 } }
---
{ apiVersion: apps/v1, kind: Deployment, spec: { a: 1 } }
---
{ apiVersion: apps/v1beta1, kind: StatefulSet, spec: { a: 1 } }
---
{ apiVersion: apps/v1, kind: StatefulSet, spec: [{ a: 1 }], metadata: null }
---
{ apiVersion: v1, kind: Service, status: { a: 1 }, spec: { ports: { a: 1 } } }
`)).toEqual([]);
  for (const junk of [undefined, null, 1, 'a', [], {}]) expect(unknownFields(junk, 28)).toEqual([]);
});

test('a field is unknown before the version that brings it, and from the one that takes it away', () => {
  const service = '{ apiVersion: v1, kind: Service, spec: { trafficDistribution: PreferClose } }';
  expect(found(service, 29)).toEqual([{ path: ['spec', 'trafficDistribution'], since: 30 }]);
  expect(found(service, 30)).toEqual([]);
  const claim = '{ apiVersion: v1, kind: PersistentVolumeClaim, spec: { resources: { claims: [{ name: a }] } } }';
  expect(found(claim, 28)).toEqual([]);
  expect(found(claim, 29)).toEqual([{ path: ['spec', 'resources', 'claims'], until: 29 }]);
});
