import { afterChange } from './harness';
import { integerFields } from '../../src/rules/integer-fields';

test('whole numbers and absent fields are accepted', () => {
  expect(afterChange(integerFields, () => undefined)).toEqual([]);
  expect(afterChange(integerFields, ({ set }) => { delete set.spec.replicas; set.spec.ordinals = null; })).toEqual([]);
});

test.each([[2.5, '2.5'], ['3', '"3"'], [NaN, 'NaN'], [Infinity, 'Infinity'], [2147483648, '2147483648'], [true, 'true']])('fails replicas %p, which the API server cannot decode', (value, text) => {
  const [finding, ...others] = afterChange(integerFields, ({ set }) => { set.spec.replicas = value; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'integer-fields', severity: 'error', path: 'spec.replicas', acknowledgeable: false });
  expect(finding.message).toBe(`replicas is ${text}, which is no whole number; the API server cannot read the StatefulSet and refuses it`);
});

test('fails fractions in probes and user ids of any container', () => {
  const found = afterChange(integerFields, ({ container, pod }) => {
    container.readinessProbe.periodSeconds = 0.5;
    pod.securityContext.runAsUser = '1000';
  });
  expect(found.map((f) => f.path)).toEqual(['spec.template.spec.securityContext.runAsUser', 'spec.template.spec.containers[0].readinessProbe.periodSeconds']);
});

test('seconds and ids of 64 bits can be read, and are for other rules to judge', () => {
  expect(afterChange(integerFields, ({ pod }) => { pod.terminationGracePeriodSeconds = 2147483648; pod.securityContext.runAsUser = 2147483648; })).toEqual([]);
});

test('fails quoted ports of its Service and quoted limits of its autoscaler', () => {
  const found = afterChange(integerFields, ({ service, objects }) => {
    service.spec.ports[0].port = '80';
    objects.push({ apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'h', namespace: 'prod' }, spec: { minReplicas: '3', maxReplicas: 5, scaleTargetRef: { kind: 'StatefulSet', name: 'web' } } });
  });
  expect(found.map(({ kind, path, acknowledgeable }) => [kind, path, acknowledgeable])).toEqual([
    ['Service', 'spec.ports[0].port', false], ['HorizontalPodAutoscaler', 'spec.minReplicas', false],
  ]);
  expect(found[0].message).toContain('port is "80", which is no whole number; the API server cannot read the Service and refuses it');
});
