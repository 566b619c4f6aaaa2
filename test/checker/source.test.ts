import * as fc from 'fast-check';
import { Lines } from '../../src/checker/source';

test('lines and columns count from 1, and CRLF ends one line', () => {
  const lines = new Lines('ab\r\nc\n\nd');
  expect([0, 2, 4, 6, 7].map((offset) => lines.at(offset))).toEqual([
    { line: 1, column: 1 }, { line: 1, column: 3 }, { line: 2, column: 1 }, { line: 3, column: 1 }, { line: 4, column: 1 },
  ]);
  expect([1, 2, 3, 4, 5].map((number) => lines.line(number))).toEqual(['ab', 'c', '', 'd', '']);
});

test('an offset is as many lines down as there are line feeds before it', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', 'é')).map((parts) => parts.join('')), fc.nat(), (text, at) => {
    const offset = at % (text.length + 1);
    const before = text.slice(0, offset).split('\n');
    expect(new Lines(text).at(offset)).toEqual({ line: before.length, column: before[before.length - 1].length + 1 });
  }));
});
