import { type SoundSet, afterChange, findings, sound } from './harness';
import { referencedObjectsExist } from '../../src/rules/referenced-objects-exist';
import { judge } from '../../src/rules/run';

const object = (kind: string, name: string, data?: any, namespace: string | undefined = 'prod') => ({ apiVersion: 'v1', kind, metadata: { name, namespace }, data });
const env = (key: string, extra: any = {}) => ({ env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key, ...extra } } }] });
const given = (container: any, objects: any[], pod: any = {}) => afterChange(referencedObjectsExist, (s) => {
  Object.assign(s.container, container);
  Object.assign(s.pod, pod);
  s.objects.push(...objects);
});

test('the sound set passes, and so does what is rendered with its keys', () => {
  expect(findings(referencedObjectsExist, sound().objects)).toEqual([]);
  expect(given(env('a'), [object('ConfigMap', 'settings', { a: '1' })])).toEqual([]);
});

test('fails a key that the rendered ConfigMap has not', () => {
  const [finding, ...others] = given(env('b'), [object('ConfigMap', 'settings', { a: '1' })]);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    ruleId: 'referenced-objects-exist', severity: 'warning', kind: 'StatefulSet', path: 'spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.name', acknowledgeable: true,
  });
  expect(finding.message).toBe('ConfigMap "settings" has no key "b"; the pods cannot start');
});

test('an optional key, and an object that something fills later, pass', () => {
  expect(given(env('b', { optional: true }), [object('ConfigMap', 'settings', { a: '1' })])).toEqual([]);
  expect(given(env('b'), [object('ConfigMap', 'settings')])).toEqual([]);
});

test('fails items of a volume that the Secret has not', () => {
  const volumes = [{ name: 'v', secret: { secretName: 'keys', items: [{ key: 'tls.crt' }, { key: 'tls.key' }] } }];
  expect(given({}, [{ ...object('Secret', 'keys'), stringData: { 'tls.crt': 'x' } }], { volumes })).toMatchObject([{
    message: 'Secret "keys" has no key "tls.key"; the pods cannot start', path: 'spec.template.spec.volumes[0].secret.secretName',
  }]);
});

test('fails what is rendered in another namespace only', () => {
  expect(given({}, [object('ServiceAccount', 'web', undefined, 'stage')], { serviceAccountName: 'web' }))
    .toMatchObject([{ message: 'ServiceAccount "web" is rendered in namespace "stage" and not in "prod"; no pod can be created', path: 'spec.template.spec.serviceAccountName' }]);
  expect(given({}, [object('ServiceAccount', 'web', undefined, 'stage'), object('ServiceAccount', 'web')], { serviceAccountName: 'web' })).toEqual([]);
});

test('an omitted namespace may be the right one', () => {
  expect(given({ envFrom: [{ secretRef: { name: 'keys' } }] }, [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' } }])).toEqual([]);
});

test('says the same fault of one object once', () => {
  const twice = { env: [...env('b').env, { ...env('b').env[0], name: 'B' }] };
  expect(given(twice, [object('ConfigMap', 'settings', { a: '1' })])).toHaveLength(1);
});

const severities = (change: (s: SoundSet) => void) => {
  const s = sound();
  change(s);
  return [false, true].map((closedWorld) => judge(s.objects, [referencedObjectsExist], { minor: 28, clusterDomain: 'cluster.local', closedWorld })
    .map(({ finding }) => `${finding.severity} ${finding.message}`));
};

test.each([
  ['ConfigMap', (s: SoundSet) => { s.container.envFrom = [{ configMapRef: { name: 'x' } }]; }, 'the pods cannot start'],
  ['Secret', (s: SoundSet) => { s.container.envFrom = [{ secretRef: { name: 'x' } }]; }, 'the pods cannot start'],
  ['ServiceAccount', (s: SoundSet) => { s.pod.serviceAccountName = 'x'; }, 'no pod can be created'],
  ['PersistentVolumeClaim', (s: SoundSet) => { s.pod.volumes = [{ name: 'v', persistentVolumeClaim: { claimName: 'x' } }]; }, 'the pods cannot start'],
  ['StorageClass', (s: SoundSet) => { s.claim.spec.storageClassName = 'x'; }, 'the claims stay Pending, and so do the pods'],
  ['PriorityClass', (s: SoundSet) => { s.pod.priorityClassName = 'x'; }, 'no pod can be created'],
  ['RuntimeClass', (s: SoundSet) => { s.pod.runtimeClassName = 'x'; }, 'no pod can be created'],
])('a %s that is nowhere is a warning, since it may be in the cluster, and fails as an error in a closed world', (kind, change, outcome) => {
  expect(severities(change)).toEqual([
    [`warning ${kind} "x" is not rendered; unless it is in the cluster already, ${outcome}`], [`error ${kind} "x" is not rendered; ${outcome}`],
  ]);
});

test('a construct is told on purpose what it does not make: nothing is said, but in a closed world', () => {
  expect(severities((s) => {
    s.set.metadata.labels = { 'app.kubernetes.io/managed-by': 'cdk8s' };
    s.pod.serviceAccountName = 'x';
  }).map((found) => found.length)).toEqual([0, 1]);
});

test('fails each of two objects with one and the same fault', () => {
  expect(given({ envFrom: [{ configMapRef: { name: 'a' } }, { configMapRef: { name: 'b' } }] }, [])).toHaveLength(2);
});

test('a name that no object can have is left to the rules about names', () => {
  expect(given({}, [], { serviceAccountName: 'Bad_Name' })).toEqual([]);
});
