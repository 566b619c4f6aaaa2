import { itemsOf } from '../../src/checker/list-items';

test('an object that is no list is itself', () => {
  expect(itemsOf({ kind: 'A' })).toEqual([{ object: { kind: 'A' }, path: [] }]);
});

test('items are told with the way to them, those of lists in lists too', () => {
  const [a, b] = [{ kind: 'A' }, { kind: 'B' }];
  expect(itemsOf({ kind: 'List', items: [a, { kind: 'List', items: [b] }] })).toEqual([{ object: a, path: ['items', 0] }, { object: b, path: ['items', 1, 'items', 0] }]);
});

test('an item of a typed list that says neither kind nor apiVersion has those of the list', () => {
  expect(itemsOf({ apiVersion: 'v1', kind: 'PodList', items: [{ x: 1 }, { kind: 'B' }] }).map(({ object }) => object)).toEqual([{ x: 1, apiVersion: 'v1', kind: 'Pod' }, { kind: 'B' }]);
  expect(itemsOf({ apiVersion: 'v1', kind: 'List', items: [{ x: 1 }] }).map(({ object }) => object)).toEqual([{ x: 1 }]);
});

test('what is no mapping holds no object', () => {
  for (const junk of [null, undefined, 3, 'x', [], { kind: 'List', items: [null, 3, []] }]) expect(itemsOf(junk)).toEqual([]);
});

test('an object whose kind ends in List and that has no items is no list', () => {
  expect(itemsOf({ kind: 'AllowList', spec: {} })).toEqual([{ object: { kind: 'AllowList', spec: {} }, path: [] }]);
});
