import { afterChange, findings, sound } from './harness';
import { envSourceValid } from '../../src/rules/env-source-valid';

const env = (given: any, minor = 28) => afterChange(envSourceValid, ({ container }) => { container.env = [given]; }, minor);
const from = (valueFrom: any) => env({ name: 'A', valueFrom });

test('plain values pass, and so does every source', () => {
  expect(findings(envSourceValid, sound().objects)).toEqual([]);
  for (const given of [{ value: 'x' }, { value: 'x', valueFrom: null }, {}]) expect(env({ name: 'A', ...given })).toEqual([]);
  for (const source of [
    { fieldRef: { fieldPath: 'metadata.name' } }, { fieldRef: { fieldPath: 'status.podIP' } }, { fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" } },
    { resourceFieldRef: { resource: 'limits.cpu' } }, { configMapKeyRef: { name: 'a', key: 'b' } }, { secretKeyRef: { name: 'a', key: 'b', optional: true } },
  ]) expect(from(source)).toEqual([]);
});

test('fails a field that a pod does not hand out, such as its ordinal', () => {
  const [finding, ...others] = from({ fieldRef: { fieldPath: 'metadata.ordinal' } });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'env-source-valid', severity: 'error', path: 'spec.template.spec.containers[0].env[0].valueFrom.fieldRef.fieldPath', acknowledgeable: true });
  expect(finding.message).toBe('variable "A" asks for the field "metadata.ordinal", which a pod does not hand out; the pod cannot be created');
  expect(env({ name: 'A', valueFrom: { fieldRef: { fieldPath: 'spec.hostname' } } }, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails a value beside a source, two sources, and none', () => {
  expect(env({ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } })).toMatchObject([{ message: expect.stringContaining('has a value and valueFrom') }]);
  expect(from({ fieldRef: { fieldPath: 'metadata.name' }, secretKeyRef: { name: 'a', key: 'b' } })).toMatchObject([{ message: expect.stringContaining('has the sources fieldRef and secretKeyRef') }]);
  expect(from({})).toHaveLength(1);
  expect(from({ secretRef: { name: 'a' } })).toMatchObject([{ message: expect.stringContaining('(secretRef)') }]);
});

test.each([[{ secretKeyRef: { name: 'a' } }, 'secretKeyRef.key'], [{ configMapKeyRef: { key: 'a' } }, 'configMapKeyRef.name'], [{ resourceFieldRef: {} }, 'resourceFieldRef.resource'], [{ fieldRef: {} }, 'fieldRef.fieldPath']])(
  'fails %j', (source, field) => {
    expect(from(source)).toMatchObject([{ path: `spec.template.spec.containers[0].env[0].valueFrom.${field}` }]);
  });

test('fails a file of a volume that is no emptyDir, and any file before 1.35', () => {
  const file = (volume: any, minor: number) => afterChange(envSourceValid, ({ pod, container }) => {
    pod.volumes = [volume];
    container.env = [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'a', key: 'A' } } }];
  }, minor).map(({ path }) => path);
  const AT = 'spec.template.spec.containers[0].env[0].valueFrom';
  expect(file({ name: 'v', emptyDir: {} }, 35)).toEqual([]);
  expect(file({ name: 'v', hostPath: { path: '/' } }, 35)).toEqual([`${AT}.fileKeyRef.volumeName`]);
  expect(file({ name: 'v', emptyDir: {} }, 34)).toEqual([AT]);
});
