import { majority, scaled, tolerated } from '../../src/identity/quorum';

test.each([[1, 1, 0], [2, 2, 0], [3, 2, 1], [4, 3, 1], [5, 3, 2], [7, 4, 3]])('of %i members %i are a majority and %i may be away', (n, q, f) => {
  expect([majority(n), tolerated(n)]).toEqual([q, f]);
});

test('percentages round up, as the disruption controller does', () => {
  expect([scaled('50%', 3), scaled('34%', 3), scaled('33%', 3), scaled('1%', 3), scaled('0%', 3), scaled('100%', 3)]).toEqual([2, 2, 1, 1, 0, 3]);
});

test('integers stay, other text is neither', () => {
  expect([scaled(2, 5), scaled('2', 5), scaled('x%', 5), scaled(undefined, 5), scaled('1.5%', 5)]).toEqual([2, undefined, undefined, undefined, undefined]);
});
