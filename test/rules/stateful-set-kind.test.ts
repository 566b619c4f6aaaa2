import { afterChange, findings, sound } from './harness';
import { statefulSetKind } from '../../src/rules/stateful-set-kind';

test('the sound set passes, and so do other workloads with fields of their own', () => {
  expect(findings(statefulSetKind, sound().objects)).toEqual([]);
  expect(afterChange(statefulSetKind, ({ objects }) => objects.push({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'x' }, spec: { replicas: 1 } }))).toEqual([]);
});

test.each(['Deployment', 'DaemonSet', 'Statefulset'])('fails a set whose kind is %s', (kind) => {
  const [finding, ...others] = afterChange(statefulSetKind, ({ set }) => { set.kind = kind; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'stateful-set-kind', severity: 'error', kind, path: 'kind', acknowledgeable: true });
  expect(finding.message).toBe(`kind is "${kind}" with spec.serviceName, which only a StatefulSet has; the field is dropped or the object refused, `
    + 'so the pods get no names and no claims of their own');
});

test('kinds of operators with such fields pass', () => {
  expect(afterChange(statefulSetKind, ({ set }) => { set.apiVersion = 'apps.kruise.io/v1beta1'; set.kind = 'CloneSet'; })).toEqual([]);
  expect(afterChange(statefulSetKind, ({ set }) => { set.apiVersion = 'monitoring.coreos.com/v1'; set.kind = 'Prometheus'; })).toEqual([]);
});

test.each([undefined, null, ''])('fails a StatefulSet whose apiVersion is %j', (apiVersion) => {
  const [finding, ...others] = afterChange(statefulSetKind, ({ set }) => { set.apiVersion = apiVersion; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'apiVersion', fix: 'write apiVersion: apps/v1' });
  expect(finding.message).toBe('apiVersion is missing; kubectl does not know what this is, and nothing is created');
});
