import { Directive } from './cst';
import { lastLine } from './cursor';
import { Token } from './lexer';

/** The `}` of an option block that stands behind an option on its line: CoreDNS reads it as an argument. */
export function closedOnOptionLine({ tokens, block }: Directive): Token | undefined {
  if (!block) return undefined;
  const before = tokens[tokens.indexOf(block.close) - 1];
  return before !== block.open && lastLine(before) === block.close.line ? block.close : undefined;
}

/** The `{` that stands on the line after its plugin. */
export function openedOnNextLine({ tokens, args, block }: Directive): Token | undefined {
  const next = tokens[args.length + 1];
  return !block && next?.text === '{' ? next : undefined;
}

/** Whether a `{` is glued to a word. */
export function gluedBrace(token: Token | undefined): boolean {
  return token !== undefined && !token.quoted && /[^{]\{$/.test(token.text);
}

/** The first token of a directive that stands where CoreDNS reads it otherwise than it looks. */
export function misplaced({ tokens, args, block }: Directive): Token | undefined {
  if (!block) return tokens[args.length + 1];
  const inner = tokens.slice(tokens.indexOf(block.open) + 1, tokens.indexOf(block.close));
  const before = inner.at(-1);
  const nested = inner.find(({ text }) => text === '{' || text === '}');
  const shared = before && lastLine(before) === block.close.line ? block.close : undefined;
  return nested ?? shared ?? tokens[tokens.indexOf(block.close) + 1];
}
