import { formatPath, list, map, shown, text } from '../../src/rules/json';

test('readers take what they are for and nothing else', () => {
  const junk = [null, undefined, 5, 'x', true, [], {}];
  expect(junk.map(list)).toEqual([[], [], [], [], [], [], []]);
  expect(junk.map(map)).toEqual([{}, {}, {}, {}, {}, {}, {}]);
  expect(junk.map(text)).toEqual([undefined, undefined, undefined, 'x', undefined, undefined, undefined]);
  expect([list([1]), map({ a: 1 })]).toEqual([[1], { a: 1 }]);
});

test('a value is shown as JSON, cut to a readable length, and nothing as such', () => {
  expect([shown({ a: 'b' }), shown(undefined), shown('x'.repeat(100)).length]).toEqual(['{"a":"b"}', 'nothing', 78]);
});

test('a path reads as in a manifest', () => {
  expect(formatPath(['spec', 'containers', 0, 'name'])).toBe('spec.containers[0].name');
  expect(formatPath(['metadata', 'labels', 'a.b/c'])).toBe('metadata.labels["a.b/c"]');
  expect(formatPath([])).toBe('');
});
