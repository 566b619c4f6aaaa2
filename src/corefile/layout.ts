import { Corefile, Directive } from './cst';
import { lastLine } from './cursor';
import { Token } from './lexer';

const DEFAULT_UNIT = '    ';

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

/** The white space with which the line of an offset begins. */
export function indentation(source: string, offset: number): string {
  return /^[^\S\r\n\ufeff]*/.exec(source.slice(lineStart(source, offset)))![0];
}

/** Whether nothing but white space stands before a token on its line. */
function leads(source: string, token: Token): boolean {
  return /^\ufeff?[^\S\ufeff]*$/.test(source.slice(lineStart(source, token.start), token.start));
}

/** The line end in use at an offset: that of its line, else that of the last line. */
export function lineEnd(source: string, offset: number): string {
  const next = source.indexOf('\n', offset);
  const at = next < 0 ? source.lastIndexOf('\n') : next;
  return at > 0 && source[at - 1] === '\r' ? '\r\n' : '\n';
}

/** Where the line of an offset ends, before its line end. */
export function endOfLine(source: string, offset: number): number {
  const at = source.indexOf('\n', offset);
  if (at < 0) return source.length;
  return at > offset && source[at - 1] === '\r' ? at - 1 : at;
}

/** Where the line of an offset begins. */
export function startOfLine(source: string, offset: number): number {
  return lineStart(source, offset);
}

/** The indentation of a directive's options, if one stands on its own line. */
function optionIndentation(source: string, directive: Directive): string | undefined {
  const own = directive.block?.options.filter(({ name }) => name.line > lastLine(directive.block!.open) && leads(source, name)).pop();
  return own && indentation(source, own.name.start);
}

/** One step of indentation: as in the nearest plugin with options, else as from server block to plugin. */
function unit(file: Corefile, cache: Directive): string {
  const { source } = file;
  const block = file.blocks.find(({ directives }) => directives.includes(cache))!;
  for (const directive of [...block.directives, ...file.blocks.flatMap(({ directives }) => directives)]) {
    const inner = directive.via ? undefined : optionIndentation(source, directive);
    const outer = indentation(source, directive.name.start);
    if (inner?.startsWith(outer) && inner !== outer) return inner.slice(outer.length);
  }
  return indentation(source, cache.name.start) || DEFAULT_UNIT;
}

/** The indentations of a directive's closing brace and of its options. */
export function indentations(file: Corefile, cache: Directive): { readonly close: string; readonly option: string } {
  const { source } = file;
  const step = unit(file, cache);
  const line = indentation(source, cache.name.start);
  const close = leads(source, cache.name) ? line : line + step;
  return { close, option: optionIndentation(source, cache) ?? close + step };
}
