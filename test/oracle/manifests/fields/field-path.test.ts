import { fieldAt, placesOf, shownField, withValue } from '../../../../oracle/manifests/fields/field-path';

const shown = (kind: string, ...place: Array<string | number>) => shownField(fieldAt(kind, place));

test('entries of a list are one field, and so are the keys that a user chooses', () => {
  expect(shown('StatefulSet', 'spec', 'template', 'spec', 'containers', 3, 'name')).toBe('StatefulSet.spec.template.spec.containers[].name');
  expect(shown('StatefulSet', 'metadata', 'labels', 'a.b/c')).toBe('StatefulSet.metadata.labels{}');
});

test('the selector of a Service is a map of labels, that of a set is none', () => {
  expect(shown('Service', 'spec', 'selector', 'app')).toBe('Service.spec.selector{}');
  expect(shown('StatefulSet', 'spec', 'selector', 'matchLabels')).toBe('StatefulSet.spec.selector.matchLabels');
});

test('every place of a value is found, the root first', () => {
  expect(placesOf({ a: [{ b: 1 }], c: null })).toEqual([[], ['a'], ['a', 0], ['a', 0, 'b'], ['c']]);
});

test('a change leaves the original as it is, and takes out what becomes nothing', () => {
  const original = { a: [1, 2], b: { c: 3 } };
  expect(withValue(original, ['a', 0], undefined)).toEqual({ a: [2], b: { c: 3 } });
  expect(withValue(original, ['b', 'c'], undefined)).toEqual({ a: [1, 2], b: {} });
  expect(withValue(original, ['b', 'd'], 4)).toEqual({ a: [1, 2], b: { c: 3, d: 4 } });
  expect(original).toEqual({ a: [1, 2], b: { c: 3 } });
});

test('an entry behind the end of a list is filled up with null, as JSON has no holes', () => {
  expect(withValue({ list: [1] }, ['list', 3], 2)).toEqual({ list: [1, null, null, 2] });
});
