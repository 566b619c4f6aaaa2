import { afterChange, findings, sound } from './harness';
import { perPodServiceOrdinal } from '../../src/rules/per-pod-service-ordinal';

const forPod = (pod: unknown, change: (s: any) => void = () => {}, namespace: string | undefined = 'prod') => afterChange(perPodServiceOrdinal, (s) => {
  change(s);
  s.objects.push({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'one', namespace }, spec: { selector: { 'app': 'web', 'statefulset.kubernetes.io/pod-name': pod } } });
});

test('Services for existing ordinals pass', () => {
  expect(findings(perPodServiceOrdinal, sound().objects)).toEqual([]);
  expect(forPod('web-0')).toEqual([]);
  expect(forPod('web-2')).toEqual([]);
});

test('fails a Service for an ordinal above the last', () => {
  const [finding, ...others] = forPod('web-3');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    ruleId: 'per-pod-service-ordinal', severity: 'error', path: 'spec.selector["statefulset.kubernetes.io/pod-name"]', kind: 'Service', name: 'one', acknowledgeable: true,
  });
  expect(finding.message).toBe('"web-3" names ordinal 3, StatefulSet "web" has 0 to 2; the Service never has an endpoint');
  expect(finding.fix).toBe('drop the Service, or select web-0 to web-2');
});

test('fails a Service for an ordinal below the first', () => {
  expect(forPod('web-0', ({ set }) => { set.spec.ordinals = { start: 5 }; })).toHaveLength(1);
  expect(forPod('web-7', ({ set }) => { set.spec.ordinals = { start: 5 }; })).toEqual([]);
});

test('a set that is not in the rendering or the namespace, and an unknown count, are not judged', () => {
  expect(forPod('db-9')).toEqual([]);
  expect(forPod('web-9', () => {}, 'staging')).toEqual([]);
  expect(forPod('web-9', ({ set }) => { delete set.spec.replicas; })).toEqual([]);
  expect(forPod(9)).toEqual([]);
});
