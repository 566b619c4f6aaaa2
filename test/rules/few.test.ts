import { few } from '../../src/rules/few';

const named = (items: number[], seen: number[] = []) => few(items, (item) => {
  seen.push(item);
  return item > 0;
}, String);

test('up to three are named, more are hinted at, none is none', () => {
  expect([named([1, 2, 3]), named([0, 1]), named([1, 2, 3, 4, 5]), named([0]), named([])]).toEqual(['1, 2, 3', '1', '1, 2, 3, …', undefined, undefined]);
});

test('nobody is asked once a fourth is known', () => {
  const seen: number[] = [];
  named([1, 2, 3, 4, 5, 6], seen);
  expect(seen).toEqual([1, 2, 3, 4]);
});
