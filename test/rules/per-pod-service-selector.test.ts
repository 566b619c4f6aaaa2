import { afterChange, findings, sound } from './harness';
import { perPodServiceSelector } from '../../src/rules/per-pod-service-selector';

const selecting = (selector: any, namespace = 'prod') => afterChange(perPodServiceSelector, ({ objects }) => objects.push(
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'one', namespace }, spec: { selector } },
));
const POD = { 'statefulset.kubernetes.io/pod-name': 'web-1' };

test('a Service for one pod that asks for its labels, some of them or none passes', () => {
  expect(findings(perPodServiceSelector, sound().objects)).toEqual([]);
  expect(selecting({ app: 'web', ...POD })).toEqual([]);
  expect(selecting(POD)).toEqual([]);
});

test('fails a label that the pod does not carry', () => {
  const [finding, ...others] = selecting({ app: 'web', tier: 'db', ...POD });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'per-pod-service-selector', severity: 'error', path: 'spec.selector.tier', kind: 'Service', name: 'one', acknowledgeable: true });
  expect(finding.message).toBe('the selector asks for {"tier":"db"}, which the pod template of StatefulSet "web" does not carry; '
    + 'the Service never has an endpoint, so every connection to it is refused');
});

test('fails another value of a label that the pod carries', () => {
  expect(selecting({ app: 'other', ...POD })).toMatchObject([{ path: 'spec.selector.app' }]);
});

test('labels that the controller writes, Services for all pods and pods of other sets are not judged', () => {
  expect(selecting({ 'apps.kubernetes.io/pod-index': '1', ...POD })).toEqual([]);
  expect(selecting({ app: 'web', tier: 'db' })).toEqual([]);
  expect(selecting({ tier: 'db', ...POD }, 'stage')).toEqual([]);
  expect(selecting({ 'tier': 'db', 'statefulset.kubernetes.io/pod-name': 'db-1' })).toEqual([]);
});
