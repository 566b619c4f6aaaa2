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

test('a set that is not in the rendering or the namespace is a warning: it may be in the cluster', () => {
  expect(forPod('db-9')).toMatchObject([{
    severity: 'warning', message: '"db-9" would be a pod of StatefulSet "db", which is not rendered in this namespace; without it the Service never has an endpoint',
  }]);
  expect(forPod('web-9', () => {}, 'staging')).toMatchObject([{ severity: 'warning', namespace: 'staging' }]);
});

test('an unknown count and a value that is no pod name are not judged', () => {
  expect(forPod('web-9', ({ set }) => { delete set.spec.replicas; })).toEqual([]);
  expect(forPod(9)).toEqual([]);
  expect(forPod('web')).toEqual([]);
});

test('fails a set of which several pods have a Service and one has none', () => {
  const first = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'zero', namespace: 'prod' }, spec: { selector: { 'statefulset.kubernetes.io/pod-name': 'web-0' } } };
  const beside = (pod: string, change: (s: any) => void = () => {}) => forPod(pod, (s) => {
    s.objects.push(first);
    change(s);
  });
  expect(beside('web-1')).toMatchObject([{ severity: 'warning', kind: 'StatefulSet', path: 'spec.replicas', message: expect.stringContaining('2 pods have a Service of their own and web-2 has none') }]);
  expect(beside('web-1', ({ set }) => { set.spec.replicas = 2; })).toEqual([]);
  expect(beside('web-1', ({ objects }) => objects.push({ kind: 'HorizontalPodAutoscaler', metadata: { namespace: 'prod', name: 'h' }, spec: { maxReplicas: 3, scaleTargetRef: { kind: 'StatefulSet', name: 'web' } } }))).toEqual([]);
});
