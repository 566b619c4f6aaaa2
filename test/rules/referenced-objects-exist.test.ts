import { afterChange, findings, sound } from './harness';
import { referencedObjectsExist } from '../../src/rules/referenced-objects-exist';

const object = (kind: string, name: string, data?: any, namespace: string | undefined = 'prod') => ({ apiVersion: 'v1', kind, metadata: { name, namespace }, data });
const env = (key: string, extra: any = {}) => ({ env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key, ...extra } } }] });
const given = (container: any, objects: any[], pod: any = {}) => afterChange(referencedObjectsExist, (s) => {
  Object.assign(s.container, container);
  Object.assign(s.pod, pod);
  s.objects.push(...objects);
});

test('the sound set passes, and so does what is rendered with its keys or not rendered at all', () => {
  expect(findings(referencedObjectsExist, sound().objects)).toEqual([]);
  expect(given(env('a'), [])).toEqual([]);
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
    .toMatchObject([{ message: 'ServiceAccount "web" is rendered in namespace "stage" and not in "prod"; the pods cannot start', path: 'spec.template.spec.serviceAccountName' }]);
  expect(given({}, [object('ServiceAccount', 'web', undefined, 'stage'), object('ServiceAccount', 'web')], { serviceAccountName: 'web' })).toEqual([]);
});

test('an omitted namespace may be the right one', () => {
  expect(given({ envFrom: [{ secretRef: { name: 'keys' } }] }, [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' } }])).toEqual([]);
});

test('says the same fault of one object once', () => {
  const twice = { env: [...env('b').env, { ...env('b').env[0], name: 'B' }] };
  expect(given(twice, [object('ConfigMap', 'settings', { a: '1' })])).toHaveLength(1);
});
