import { afterChange, findings, parse } from './harness';
import { fieldTypes } from '../../src/rules/field-types';

test('a sound set holds what can be read', () => {
  expect(afterChange(fieldTypes, () => undefined)).toEqual([]);
});

test.each<[string, Parameters<typeof afterChange>[1], string, string]>([
  ['a flag in quotes', ({ pod }) => { pod.automountServiceAccountToken = 'false'; }, 'spec.template.spec.automountServiceAccountToken', 'automountServiceAccountToken is "false"'],
  ['a command that is no list', ({ container }) => { container.command = '/db'; }, 'spec.template.spec.containers[0].command', 'command is "/db"'],
  ['an argument that is a number', ({ container }) => { container.args = ['--port', 5432]; }, 'spec.template.spec.containers[0].args[1]', 'args[1] is 5432'],
  ['a variable that is a number', ({ container }) => { container.env = [{ name: 'A', value: 1 }]; }, 'spec.template.spec.containers[0].env[0].value', 'value is 1'],
  ['resources that are text', ({ container }) => { container.resources = '1Gi'; }, 'spec.template.spec.containers[0].resources', 'resources is "1Gi"'],
  ['a claim whose access modes are text', ({ claim }) => { claim.spec.accessModes = 'ReadWriteOnce'; }, 'spec.volumeClaimTemplates[0].spec.accessModes', 'accessModes is "ReadWriteOnce"'],
  ['a status that is text', ({ set }) => { set.status = 'foo'; }, 'status', 'status is "foo"'],
  ['a count of the status in quotes', ({ set }) => { set.status = { replicas: '0' }; }, 'status.replicas', 'replicas is "0"'],
  ['a time that is none', ({ set }) => { set.metadata.creationTimestamp = 'foo'; }, 'metadata.creationTimestamp', 'creationTimestamp is "foo"'],
  ['a uid of the template that is a number', ({ set }) => { set.spec.template.metadata.uid = 5; }, 'spec.template.metadata.uid', 'uid is 5'],
  ['a flag of an owner in quotes', ({ set }) => { set.metadata.ownerReferences = [{ apiVersion: 'v1', kind: 'A', name: 'a', uid: 'b', controller: 'true' }]; }, 'metadata.ownerReferences[0].controller', 'controller is "true"'],
])('fails %s, which every version refuses', (_name, change, path, message) => {
  for (const minor of [28, 36]) {
    const [finding, ...others] = afterChange(fieldTypes, change, minor);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ path, severity: 'error', acknowledgeable: false, message: `${message}, which the API server cannot read; it refuses the StatefulSet` });
  }
});

test('fails in Services, budgets and policies too', () => {
  const found = findings(fieldTypes, parse(`
{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: { publishNotReadyAddresses: 'true', selector: { a: b } } }
---
{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: a }, spec: { selector: a } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: { podSelector: {}, policyTypes: Ingress } }
`));
  expect(found.map(({ kind, path, fix }) => `${kind} ${path}: ${fix}`)).toEqual([
    'Service spec.publishNotReadyAddresses: write true or false without quotes',
    'PodDisruptionBudget spec.selector: write an object',
    'NetworkPolicy spec.policyTypes: write a list',
  ]);
});

test('a kind of another group is not judged', () => {
  expect(findings(fieldTypes, [{ apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'a' }, spec: { selector: 1, ports: 1 } }])).toEqual([]);
});

const READING = '{ apiVersion: apps/v1, kind: StatefulSet, metadata: { name: a }, spec: { template: { spec: { volumes: [{ name: a, secret: { secretName: a } }, { name: b, configMap: { name: a } }] } } } }\n---\n';

test('fails text where a Secret has base 64, and does not show it', () => {
  const [finding, ...others] = findings(fieldTypes, parse(`${READING}{ apiVersion: v1, kind: Secret, metadata: { name: a }, data: { good: aGk=, password: hunter2! } }`));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    path: 'data.password',
    fix: 'write values in base 64, or text below stringData',
    acknowledgeable: false,
    message: 'password holds something that is not shown here, which the API server cannot read; it refuses the Secret',
  });
});

test('fails annotations that are no text of a ConfigMap whose data nobody reads', () => {
  expect(findings(fieldTypes, parse('{ apiVersion: v1, kind: ConfigMap, metadata: { name: a, annotations: { a: [""] } }, data: { a: 1 } }'))).toMatchObject([{ path: 'metadata.annotations' }]);
});

test('fails values of another type in every kind that rules read', () => {
  const fails = (yaml: string) => findings(fieldTypes, parse(yaml)).map(({ kind, path }) => `${kind} ${path}`);
  expect(fails(`${READING}{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: a }, spec: { scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: a }, maxReplicas: '3' } }
---
{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: a }, spec: { accessModes: ReadWriteOnce, resources: { requests: { storage: 1Gi } } } }
---
{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: a }, provisioner: a, parameters: { iops: 3000 }, allowVolumeExpansion: 'true' }
---
{ apiVersion: v1, kind: Namespace, metadata: { name: a, labels: { a: true } } }
---
{ apiVersion: v1, kind: ServiceAccount, metadata: { name: a }, imagePullSecrets: [registry] }
---
{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: { replicas: 3 } }
`)).toEqual([
    'HorizontalPodAutoscaler spec.maxReplicas', 'PersistentVolumeClaim spec.accessModes', 'StorageClass parameters', 'StorageClass allowVolumeExpansion', 'Namespace metadata.labels',
    'ServiceAccount imagePullSecrets[0]', 'ConfigMap data',
  ]);
});

test('fields whose values an older version drops are read by it all the same', () => {
  expect(afterChange(fieldTypes, ({ container }) => { container.resizePolicy = ['x']; }, 28)).toMatchObject([{ path: 'spec.template.spec.containers[0].resizePolicy[0]' }]);
  expect(afterChange(fieldTypes, ({ pod }) => { pod.resourceClaims = 1; }, 28)).toMatchObject([{ path: 'spec.template.spec.resourceClaims', acknowledgeable: false }]);
});

test('fails metadata of other kinds that the API server cannot read', () => {
  const found = (metadata: string) => findings(fieldTypes, parse(`{ apiVersion: v1, kind: Service, metadata: { name: a, ${metadata} }, spec: { ports: [{ port: 80 }] } }`)).map(({ path }) => path);
  expect(found('creationTimestamp: null, generation: 1, deletionTimestamp: "2026-01-31T12:00:00+01:00"')).toEqual([]);
  expect(found('uid: 5, generation: "1", deletionGracePeriodSeconds: "1", creationTimestamp: 2026-01-31')).toEqual([
    'metadata.uid', 'metadata.generation', 'metadata.deletionGracePeriodSeconds', 'metadata.creationTimestamp',
  ]);
  expect(found('ownerReferences: [{ apiVersion: v1, kind: A, name: a, uid: b, blockOwnerDeletion: 1 }]')).toEqual(['metadata.ownerReferences[0].blockOwnerDeletion']);
});

test('fails a volume that cannot be read, though a claim template takes its place', () => {
  expect(afterChange(fieldTypes, ({ pod }) => { pod.volumes = [{ name: 'data', emptyDir: { sizeLimit: 'x' } }]; })).toMatchObject([
    { path: 'spec.template.spec.volumes[0].emptyDir.sizeLimit', acknowledgeable: false },
  ]);
});

test.each([
  ['Service', 'v1', 'loadBalancer.ingress[0].ports[0].port', '{ loadBalancer: { ingress: [{ ip: 192.0.2.1, ports: [{ port: PORT }] }] } }', 80],
  ['PodDisruptionBudget', 'policy/v1', 'disruptionsAllowed', '{ disruptionsAllowed: PORT, conditions: [] }', 0],
  ['HorizontalPodAutoscaler', 'autoscaling/v2', 'currentReplicas', '{ currentReplicas: PORT, currentMetrics: null }', 1],
  ['HorizontalPodAutoscaler', 'autoscaling/v1', 'currentCPUUtilizationPercentage', '{ currentCPUUtilizationPercentage: PORT }', 1],
  ['PersistentVolumeClaim', 'v1', 'capacity', '{ phase: Bound, capacity: { storage: PORT } }', '1Gi'],
  ['Namespace', 'v1', 'phase', '{ phase: PORT }', 'Active'],
])('fails a status of a %s of %s whose %s cannot be read', (kind, apiVersion, field, status, sound) => {
  const told = (value: unknown) => findings(fieldTypes, parse(`{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: a }, status: ${status.replace('PORT', JSON.stringify(value))} }`));
  expect(told(sound)).toEqual([]);
  expect(told(['x'])).toMatchObject([{ path: `status.${field}`, acknowledgeable: false }]);
});

test('fails a status of a claim template that cannot be read', () => {
  expect(afterChange(fieldTypes, ({ claim }) => { claim.status = { phase: 5 }; })).toMatchObject([{ path: 'spec.volumeClaimTemplates[0].status.phase', acknowledgeable: false }]);
});
