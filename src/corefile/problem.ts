import { Problem, ProblemCode } from './cst';
import { Token } from './lexer';

const START = { line: 1, column: 1, start: 0 };

/** A problem at a token, or at the start of the text if it has none. */
export function problem(code: ProblemCode, message: string, at: Token | undefined): Problem {
  const { line, column, start } = at ?? START;
  return { code, message, line, column, offset: start };
}

/** The brace that has no partner, if any: counted over all tokens, as the eye counts. */
export function unbalanced(tokens: readonly Token[]): Problem | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.text === '{') open.push(token);
    if (token.text === '}' && open.pop() === undefined) return problem('unbalanced-braces', 'this "}" closes nothing', token);
  }
  const last = open.pop();
  return last && problem('unbalanced-braces', 'nothing closes this "{"', last);
}
