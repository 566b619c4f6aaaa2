import { labelKeysFault } from '../../src/rules/label-keys';

const LABELS = { app: 'web', tier: 'db' };
const SELECTOR = { matchLabels: { app: 'web' } };

test('keys of the pod that the selector does not have are sound, and so are none', () => {
  expect(labelKeysFault({ matchLabelKeys: ['tier', 'controller-revision-hash'], labelSelector: SELECTOR }, LABELS)).toBeUndefined();
  expect([{}, { matchLabelKeys: [] }, { matchLabelKeys: 'x' }].map((term) => labelKeysFault(term, LABELS))).toEqual([undefined, undefined, undefined]);
});

test('fails keys without a selector, and a key that shall match and differ', () => {
  expect(labelKeysFault({ matchLabelKeys: ['tier'] }, LABELS)).toMatchObject({ message: 'matchLabelKeys stands there without a labelSelector' });
  expect(labelKeysFault({ mismatchLabelKeys: ['tier'], labelSelector: null }, LABELS)).toMatchObject({ field: 'mismatchLabelKeys' });
  expect(labelKeysFault({ matchLabelKeys: ['tier'], mismatchLabelKeys: ['tier'], labelSelector: SELECTOR }, LABELS)?.message).toContain('both have "tier"');
});

test('fails a key that the selector has, of pods alone; and of the template where the selector has it twice', () => {
  expect(labelKeysFault({ matchLabelKeys: ['app'], labelSelector: SELECTOR }, LABELS)).toMatchObject({ onlyPods: true });
  const twice = { ...SELECTOR, matchExpressions: [{ key: 'app', operator: 'Exists' }] };
  expect(labelKeysFault({ matchLabelKeys: ['app'], labelSelector: twice }, LABELS)?.onlyPods).toBeUndefined();
});

test('a key that stands twice is added twice; a label that the pod does not have is not added', () => {
  expect(labelKeysFault({ matchLabelKeys: ['tier', 'tier'], labelSelector: SELECTOR }, LABELS)).toMatchObject({ onlyPods: true });
  expect(labelKeysFault({ matchLabelKeys: ['zone', 'zone'], labelSelector: { matchLabels: { zone: 'a' } } }, LABELS)).toBeUndefined();
});

test('a version that adds nothing refuses the name alone', () => {
  expect(labelKeysFault({ matchLabelKeys: ['zone'], labelSelector: { matchLabels: { zone: 'a' } } }, LABELS, true)).toMatchObject({ onlyPods: true });
  expect(labelKeysFault({ matchLabelKeys: ['tier', 'tier'], labelSelector: SELECTOR }, LABELS, true)).toBeUndefined();
});
