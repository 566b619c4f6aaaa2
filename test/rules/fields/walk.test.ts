import { exactWords, some } from '../../../src/rules/fields/allow';
import { FLAG, INT32, INT64, intOrText, list, quantities, quantity, Shape, sinceMinor, struct, TEXT, text, texts } from '../../../src/rules/fields/shape';
import { misfits } from '../../../src/rules/fields/walk';

const unreadable = (shape: Shape, values: readonly unknown[]) => values.filter((value) => misfits(value, shape, 28).some((each) => each.unreadable));

test.each<[string, Shape, unknown[], unknown[]]>([
  ['text', TEXT, ['', 'a'], [1, true, [], {}]],
  ['flag', FLAG, [true], ['true', 0]],
  ['int32', INT32, [0, -1, 2147483647], [1.5, '1', 2147483648, true]],
  ['int64', INT64, [2147483648], [1.5, 1e19]],
  ['number or text', intOrText(), [1, '50%'], [1.5, true, []]],
  ['quantity', quantity(), ['1Gi', 1, 0.5], ['1 Gi', true, {}]],
  ['map of texts', texts(), [{}, { a: 'b', c: null }], [{ a: 1 }, [], 'x']],
  ['map of quantities', quantities(), [{ cpu: 1, memory: '1Gi' }], [{ cpu: 'x' }, []]],
  ['list', list(TEXT), [[], ['a'], [null]], ['a', {}, [1]]],
  ['object', struct({ a: TEXT }), [{}, { a: 'b' }, { b: 1 }], ['x', [], 1, { a: 1 }]],
])('what cannot be read as %s is told from what can', (_name, shape, good, bad) => {
  expect(unreadable(shape, [undefined, null, ...good])).toEqual([]);
  expect(unreadable(shape, bad)).toEqual(bad);
});

test('a misfit stands at its place and says what was expected', () => {
  const shape = struct({ ports: list(struct({ protocol: text(exactWords('TCP')) })) });
  expect(misfits({ ports: [{ protocol: 'TCP' }, { protocol: 'tcp' }] }, shape, 28)).toEqual([
    { path: ['ports', 1, 'protocol'], value: 'tcp', expected: 'TCP', unreadable: false },
  ]);
});

test('a field that is needed is missed once, whether it is absent, null or empty', () => {
  const shape = struct({ name: text(exactWords('a')) }, ['name']);
  for (const value of [{}, { name: null }, { name: '' }]) {
    expect(misfits(value, shape, 28)).toEqual([{ path: ['name'], value: undefined, expected: 'name', unreadable: false }]);
  }
});

test('null in a list is read as an empty entry', () => {
  expect(misfits([null], list(struct({ name: TEXT }, ['name'])), 28)).toHaveLength(1);
  expect(misfits([null], list(text(exactWords('a'))), 28)).toMatchObject([{ path: [0], value: '' }]);
  expect(misfits([], list(TEXT, some), 28)).toHaveLength(1);
});

test('a field is not judged before the version that brought it', () => {
  const shape = struct({ later: sinceMinor(34, text(exactWords('a'))) });
  expect(misfits({ later: 'b' }, shape, 33)).toEqual([]);
  expect(misfits({ later: 'b' }, shape, 34)).toHaveLength(1);
});

test('what an object holds beyond its known fields is not judged', () => {
  expect(misfits({ a: 'x', other: 1 }, struct({ a: TEXT }), 28)).toEqual([]);
});
