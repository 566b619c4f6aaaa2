import { Cursor, lastLine } from '../../src/corefile/cursor';
import { tokenise } from '../../src/corefile/lexer';

const over = (source: string) => new Cursor(tokenise(source).tokens);

test('it begins before the first token and stays on the last', () => {
  const cursor = over('a b');
  expect([cursor.text, cursor.token]).toEqual(['', undefined]);
  expect([cursor.next(), cursor.text, cursor.next(), cursor.text, cursor.next(), cursor.text]).toEqual([true, 'a', true, 'b', false, 'b']);
  cursor.back();
  expect([cursor.is('a'), cursor.is('b')]).toEqual([true, false]);
});

test('it stops at the end of a line where only the rest of a line is wanted', () => {
  const cursor = over('a b\nc');
  cursor.next();
  expect([cursor.onNewLine, cursor.nextOnLine(), cursor.text, cursor.onNewLine]).toEqual([true, true, 'b', false]);
  expect([cursor.nextOnLine(), cursor.text, cursor.next(), cursor.onNewLine]).toEqual([false, 'b', true, true]);
});

test('a quote that spans lines ends on its last one: what follows there is on the same line', () => {
  const cursor = over('"a\nb" c\nd');
  cursor.next();
  expect([lastLine(cursor.token!), cursor.nextOnLine(), cursor.text, cursor.nextOnLine()]).toEqual([2, true, 'c', false]);
});

test('an import is replaced by what it brings, and the cursor moves to the first of it', () => {
  const cursor = over('x import y z');
  const brought = tokenise('p q').tokens.map((token) => ({ token }));
  for (let i = 0; i < 3; i++) cursor.next();
  expect(cursor.text).toBe('y');
  cursor.replace(brought);
  const rest = [cursor.text];
  while (cursor.next()) rest.push(cursor.text);
  expect(rest).toEqual(['p', 'q', 'z']);
});
