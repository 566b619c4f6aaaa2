import { Lines } from '../../src/checker/source';

test('lines and columns count from 1, and every line ends with its own break', () => {
  const lines = new Lines('ab\ncd\r\n\nx');
  const found = [0, 1, 2, 3, 7, 8].map((offset) => lines.at(offset));
  expect(found).toEqual([[1, 1], [1, 2], [1, 3], [2, 1], [3, 1], [4, 1]].map(([line, column]) => ({ line, column })));
});

test('a line is shown without its end, and one that is not there is empty', () => {
  const lines = new Lines('ab\ncd\r\n\nx');
  expect([1, 2, 3, 4, 5, 0].map((number) => lines.line(number))).toEqual(['ab', 'cd', '', 'x', '', '']);
});
