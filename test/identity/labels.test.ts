import { CONTROLLER_LABELS, ignoreLines, selectorLabels } from '../../src/identity/labels';

test('a set selects by name and instance, never by something that moves with a release', () => {
  expect(selectorLabels('postgres', 'orders')).toEqual({ 'app.kubernetes.io/name': 'postgres', 'app.kubernetes.io/instance': 'orders' });
});

test('the controller owns three labels', () => {
  expect(CONTROLLER_LABELS).toEqual(['controller-revision-hash', 'statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index']);
});

test('an acknowledgement is a line of id and reason, whatever white space the reason has', () => {
  expect(ignoreLines([['a-rule', ' one\n two '], ['b-rule', 'three']])).toBe('a-rule: one two\nb-rule: three');
});
