import * as fc from 'fast-check';
import { documents } from '../../src/checker/documents';

const texts = (text: string) => [...documents(text)].map((chunk) => chunk.text);

test('a line that begins with --- cuts, anywhere else it does not', () => {
  expect(texts('a: 1\n---\nb: |\n  ---\n--- # c\nd: 3')).toEqual(['a: 1\n', 'b: |\n  ---\n', 'd: 3']);
});

test('a separator at the very beginning and at the very end leaves empty documents', () => {
  expect(texts('---\na: 1\n---')).toEqual(['', 'a: 1\n', '']);
});

test('CRLF separators cut', () => {
  expect(texts('a: 1\r\n---\r\nb: 2\r\n')).toEqual(['a: 1\r\n', 'b: 2\r\n']);
});

test('fails on a separator that goes on, at its place', () => {
  expect([...documents('a: 1\n----\nb: 2\n')][1].problem).toEqual({
    id: 'yaml-syntax',
    offset: 5,
    message: '"----" begins like the line between two documents and goes on; kubectl refuses the whole file',
    fix: 'write --- alone on its line',
  });
});

test('every document stands in the text where it says', () => {
  const line = fc.constantFrom('---', '--- # x', 'a: 1', '', '----', ' ---', '\r');
  fc.assert(fc.property(fc.array(line), (lines) => {
    const text = lines.join('\n');
    for (const chunk of documents(text)) expect(text.slice(chunk.start, chunk.start + chunk.text.length)).toBe(chunk.text);
  }));
});
