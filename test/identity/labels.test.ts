import { CONTROLLER_LABELS, selectorLabels } from '../../src/identity/labels';

test('a set selects by name and instance, never by something that moves with a release', () => {
  expect(selectorLabels('postgres', 'orders')).toEqual({ 'app.kubernetes.io/name': 'postgres', 'app.kubernetes.io/instance': 'orders' });
});

test('the controller owns three labels', () => {
  expect(CONTROLLER_LABELS).toEqual(['controller-revision-hash', 'statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index']);
});
