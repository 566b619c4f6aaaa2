import { isEmptySelector, mapSelects, pairs, selects } from '../../src/rules/selector';

test('a map selects what has all its pairs, and an empty one nothing', () => {
  expect(mapSelects({ a: '1' }, { a: '1', b: '2' })).toBe(true);
  expect([mapSelects({ a: '1', c: '3' }, { a: '1' }), mapSelects({}, { a: '1' }), mapSelects(null, {}), mapSelects({ toString: 'x' }, {})]).toEqual([false, false, false, false]);
});

test('a label selector that is empty selects everything, one that is absent nothing', () => {
  expect([selects({}, {}), selects(null, {}), selects(undefined, { a: '1' })]).toEqual([true, false, false]);
});

test.each([
  ['In', ['1', '2'], true, false], ['NotIn', ['1'], false, true], ['Exists', undefined, true, false], ['DoesNotExist', undefined, false, true], ['Like', ['1'], false, false],
])('%s %j of a label with value 1, and of a label that is missing', (operator, values, present, missing) => {
  const expression = (key: string) => selects({ matchExpressions: [{ key, operator, values }] }, { a: '1' });
  expect([expression('a'), expression('b')]).toEqual([present, missing]);
});

test('pairs and emptiness take junk for nothing', () => {
  expect([pairs({ a: '1', b: 2 }), pairs('x')]).toEqual([['a=1', 'b=2'], []]);
  expect([isEmptySelector(undefined), isEmptySelector({ matchLabels: {} }), isEmptySelector({ matchExpressions: [{ key: 'a', operator: 'Exists' }] })]).toEqual([true, true, false]);
});
