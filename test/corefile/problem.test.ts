import { tokenise } from '../../src/corefile/lexer';
import { problem, unbalanced } from '../../src/corefile/problem';

const brace = (source: string) => {
  const found = unbalanced(tokenise(source).tokens);
  return found && [found.message, found.line, found.column, found.offset];
};

test('a problem stands at its token, or at the start of the text', () => {
  const [, second] = tokenise('a\n  b').tokens;
  expect(problem('extra-comma', 'x', second)).toEqual({ code: 'extra-comma', message: 'x', line: 2, column: 3, offset: 4 });
  expect(problem('unexpected-end', 'x', undefined)).toEqual({ code: 'unexpected-end', message: 'x', line: 1, column: 1, offset: 0 });
});

test('braces that pair up are no problem', () => {
  expect(brace('. {\n  health {\n  }\n}\n')).toBeUndefined();
});

test('fails a brace that closes nothing, and one that nothing closes: the last one that is open', () => {
  expect(brace('}\n')).toEqual(['this "}" closes nothing', 1, 1, 0]);
  expect(brace('. {\n  health {\n')).toEqual(['nothing closes this "{"', 2, 10, 13]);
});
