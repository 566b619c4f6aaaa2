import { Directive, Option } from './cst';
import { lastLine } from './cursor';
import { Token } from './lexer';

/** A plugin takes as arguments what stands on its line, and as option block a `{` there. */
function endOfArguments(tokens: readonly Token[], from: number): number {
  let at = from + 1;
  while (at < tokens.length && tokens[at].text !== '{' && lastLine(tokens[at - 1]) === tokens[at].line) at++;
  return at;
}

function options(tokens: readonly Token[]): Option[] {
  const lines: Option[] = [];
  for (let at = 0; at < tokens.length;) {
    const end = endOfArguments(tokens, at);
    lines.push({ name: tokens[at], args: tokens.slice(at + 1, end) });
    at = end;
  }
  return lines;
}

/** Splits a directive's tokens into arguments and option block, as the plugins of CoreDNS do. */
export function optionBlock(tokens: readonly Token[]): Pick<Directive, 'args' | 'block'> {
  const end = endOfArguments(tokens, 0);
  const args = tokens.slice(1, end);
  const open = tokens[end];
  if (open?.text !== '{' || lastLine(tokens[end - 1]) !== open.line) return { args };
  let depth = 0;
  const close = tokens.findIndex((token, at) => {
    if (at < end) return false;
    if (token.text === '{') depth++;
    if (token.text === '}') depth--;
    return depth === 0;
  });
  return { args, block: { open, close: tokens[close], options: options(tokens.slice(end + 1, close)) } };
}
