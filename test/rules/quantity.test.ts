import { parseQuantity } from '../../src/rules/quantity';

test.each([
  ['1Gi', 1073741824], ['1G', 1e9], ['100m', 0.1], ['1.5Ki', 1536], ['2e3', 2000], ['.5', 0.5], ['0', 0], [5, 5], ['-1', -1], ['1E', 1e18],
])('%j stands for %d', (text, number) => {
  expect(parseQuantity(text)).toBe(number);
});

test.each(['1GB', '1gi', 'ten', '', '1 Gi', '1,5', null, {}, true])('%j stands for nothing', (text) => {
  expect(parseQuantity(text)).toBeUndefined();
});
