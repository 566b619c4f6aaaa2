import { afterChange, findings, parse } from './harness';
import { fieldValues } from '../../src/rules/field-values';

test('a sound set holds what is taken', () => {
  expect(afterChange(fieldValues, () => undefined)).toEqual([]);
  expect(afterChange(fieldValues, () => undefined, 36)).toEqual([]);
});

test.each<[string, Parameters<typeof afterChange>[1], string, string]>([
  ['a key of a ConfigMap that is not named', ({ container }) => { container.env = [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'a' } } }]; },
    'spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key', 'key is missing'],
  ['a hook without a handler', ({ container }) => { container.lifecycle = { preStop: {} }; }, 'spec.template.spec.containers[0].lifecycle.preStop', 'preStop is {}'],
  ['a weight of nothing', ({ pod }) => {
    pod.affinity = { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 0, podAffinityTerm: { topologyKey: 'zone' } }] } };
  }, 'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight', 'weight is 0'],
  ['a volume whose Secret is not named', ({ pod }) => { pod.volumes = [{ name: 'keys', secret: {} }]; }, 'spec.template.spec.volumes[0].secret.secretName', 'secretName is missing'],
  ['a claim of an unknown mode', ({ claim }) => { claim.spec.volumeMode = 'block'; }, 'spec.volumeClaimTemplates[0].spec.volumeMode', 'volumeMode is "block"'],
  ['a grace period of readiness', ({ container }) => { container.readinessProbe.terminationGracePeriodSeconds = 5; }, 'spec.template.spec.containers[0].readinessProbe',
    'readinessProbe is {"httpGet":{"path":"/","port":"http"},"terminationGracePeriodSeconds":5}'],
  ['a gate of scheduling that stands twice', ({ pod }) => { pod.schedulingGates = [{ name: 'a' }, { name: 'a' }]; }, 'spec.template.spec.schedulingGates', 'schedulingGates is [{"name":"a"},{"name":"a"}]'],
  ['a fourth nameserver', ({ pod }) => { pod.dnsConfig = { nameservers: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] }; }, 'spec.template.spec.dnsConfig.nameservers',
    'nameservers is ["10.0.0.1","10.0.0.2","10.0.0.3","10.0.0.4"]'],
  ['variables of two objects in one entry', ({ container }) => { container.envFrom = [{ configMapRef: { name: 'a' }, secretRef: { name: 'b' } }]; }, 'spec.template.spec.containers[0].envFrom[0]',
    'envFrom[0] is {"configMapRef":{"name":"a"},"secretRef":{"name":"b"}}'],
  ['a file about no container', ({ pod }) => { pod.volumes = [{ name: 'v', downwardAPI: { items: [{ path: 'a', resourceFieldRef: { resource: 'limits.cpu' } }] } }]; },
    'spec.template.spec.volumes[0].downwardAPI.items[0].resourceFieldRef.containerName', 'containerName is missing'],
  ['two sources of a claim', ({ claim }) => { Object.assign(claim.spec, { dataSource: { kind: 'PersistentVolumeClaim', name: 'a' }, dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'b' } }); },
    'spec.volumeClaimTemplates[0].spec', 'spec is {"accessModes":["ReadWriteOnce"],"volumeMode":"Filesystem","resources":{"requ…'],
])('fails %s; the API server refuses it from 1.34 on', (_name, change, path, message) => {
  const [finding, ...others] = afterChange(fieldValues, change);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ path, severity: 'error', acknowledgeable: true, message: `${message}; the pod or its claim cannot be created` });
  expect(afterChange(fieldValues, change, 34)).toMatchObject([{ path, acknowledgeable: false }]);
});

test('fails in Services and policies, which every version refuses', () => {
  const found = findings(fieldValues, parse(`
{ apiVersion: v1, kind: Service, metadata: { name: a, labels: { a: b c } }, spec: { ports: [{ port: 80, protocol: tcp }], clusterIP: 10.0.0, externalIPs: [x] } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: { podSelector: {}, ingress: [{ from: [{}], ports: [{ port: 5, endPort: 4 }] }] } }
`));
  expect(found.every(({ acknowledgeable }) => !acknowledgeable)).toBe(true);
  expect(found.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'metadata.labels: labels is {"a":"b c"}; the API server refuses the Service',
    'spec.ports[0].protocol: protocol is "tcp"; the API server refuses the Service',
    'spec.clusterIP: clusterIP is "10.0.0"; the API server refuses the Service',
    'spec.externalIPs[0]: externalIPs[0] is "x"; the API server refuses the Service',
    'spec.ingress[0].from[0]: from[0] is {}; the API server refuses the NetworkPolicy',
    'spec.ingress[0].ports[0]: ports[0] is {"port":5,"endPort":4}; the API server refuses the NetworkPolicy',
  ]);
});

test('fails a restart policy that no init container can have, from the version on that reads it', () => {
  const policy = (value: string): Parameters<typeof afterChange>[1] => ({ pod }) => { pod.initContainers = [{ name: 'i', image: 'i', restartPolicy: value }]; };
  expect(afterChange(fieldValues, policy('never'), 28)).toEqual([]);
  expect(afterChange(fieldValues, policy('Never'), 33)).toMatchObject([{ path: 'spec.template.spec.initContainers[0].restartPolicy' }]);
  expect(afterChange(fieldValues, policy('Never'), 36)).toEqual([]);
  expect(afterChange(fieldValues, policy('never'), 36)).toHaveLength(1);
});

test('a name that begins with a digit can be generated for a Service from 1.36 on', () => {
  const service = parse('{ apiVersion: v1, kind: Service, metadata: { generateName: 2fa- }, spec: { ports: [{ port: 80 }] } }');
  expect(findings(fieldValues, service, 35)).toMatchObject([{ path: 'metadata.generateName' }]);
  expect(findings(fieldValues, service, 36)).toEqual([]);
});

test('fields that a version drops are not looked at, and those it keeps are', () => {
  const of = (change: Parameters<typeof afterChange>[1], ...minors: number[]) => minors.map((minor) => afterChange(fieldValues, change, minor).length);
  expect(of(({ container }) => { container.resizePolicy = [{ resourceName: 'cpu' }]; }, 32, 33)).toEqual([0, 1]);
  expect(of(({ container }) => { container.resources = { claims: [{ name: 'gpu' }] }; }, 33, 34)).toEqual([0, 1]);
  expect(of(({ container }) => { container.restartPolicyRules = [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }]; }, 34, 35)).toEqual([0, 1]);
  expect(of(({ pod }) => { pod.securityContext.supplementalGroupsPolicy = 'strict'; }, 32, 33)).toEqual([0, 1]);
});
