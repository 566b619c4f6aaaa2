import { itemsOf } from '../../src/checker/list-items';

test('an object stands for itself, and what is no object for nothing', () => {
  expect(itemsOf({ kind: 'Service' })).toEqual([{ object: { kind: 'Service' }, path: [] }]);
  expect([null, 'a', 1, [{ kind: 'Service' }]].flatMap((value) => itemsOf(value))).toEqual([]);
});

test('the items of lists within lists come with the paths that lead to them', () => {
  const list = { kind: 'List', items: [{ kind: 'A' }, { kind: 'List', items: [{ kind: 'B' }, null] }] };
  expect(itemsOf(list)).toEqual([{ object: { kind: 'A' }, path: ['items', 0] }, { object: { kind: 'B' }, path: ['items', 1, 'items', 0] }]);
});

test('an item without a type has that of its list, and one that says its own keeps it', () => {
  const list = { kind: 'StatefulSetList', apiVersion: 'apps/v1', items: [{ metadata: { name: 'a' } }, { kind: 'Service', apiVersion: 'v1' }] };
  expect(itemsOf(list).map(({ object: { kind, apiVersion } }) => [kind, apiVersion])).toEqual([['StatefulSet', 'apps/v1'], ['Service', 'v1']]);
  expect(itemsOf({ kind: 'List', apiVersion: 'v1', items: [{ metadata: {} }] })).toEqual([{ object: { metadata: {} }, path: ['items', 0] }]);
});

test('an object whose kind ends in List and that has no items is no list', () => {
  expect(itemsOf({ kind: 'AllowList', spec: {} })).toHaveLength(1);
});
