import { misplaced } from './braces';
import { refusedWord } from './cache-arguments';
import { cacheOptions, CacheOptions } from './cache-options';
import { Corefile, Directive, ProblemCode, ServerBlock } from './cst';
import { lastLine } from './cursor';
import { Token } from './lexer';
import { directives } from './server-block';
import { covers, hasVariable } from './zone';

export type RefusalCode =
  | ProblemCode
  | 'no-server-block'
  | 'zone-not-served'
  | 'no-cache'
  | 'cache-twice'
  | 'cache-malformed'
  | 'cache-in-snippet'
  | 'import-in-cache'
  | 'import-may-hold-cache'
  | 'environment-variable'
  | 'glued-comment'
  | 'refresh-leaks';

/** Why a Corefile is not edited, where, and what to do. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

/** Thrown inside the editor, never out of it. */
export class Refused extends Error {
  public constructor(public readonly refusal: Refusal) {
    super(refusal.message);
  }
}

export function refuse(code: RefusalCode, at: { line: number; column: number }, message: string, fix: string): never {
  throw new Refused({ code, line: at.line, column: at.column, message, fix });
}

const FIXES: Readonly<Partial<Record<ProblemCode, string>>> = {
  'unbalanced-braces': 'give each "{" one "}", alone on its line',
  'unterminated-quote': 'close the quote',
};

/** Why a text is not what it looks like: CoreDNS does not read it, reads it otherwise, or finds no server block in it. */
export function unreadable({ errors, warnings, blocks }: Corefile): Refusal | undefined {
  const [first] = [...errors, ...warnings];
  if (first) return { code: first.code, line: first.line, column: first.column, message: first.message, fix: FIXES[first.code] ?? `correct line ${first.line}, then try again` };
  if (blocks.length > 0) return undefined;
  return { code: 'no-server-block', line: 1, column: 1, message: 'there is no server block: CoreDNS would serve its built-in default', fix: 'give the whole Corefile' };
}

/** Refuses a text that CoreDNS does not read, or reads otherwise than it looks. */
export function refuseBroken(file: Corefile): void {
  const problem = unreadable(file);
  if (problem) throw new Refused(problem);
  for (const { token } of file.blocks.flatMap(({ keys }) => keys)) {
    if (hasVariable(token.text)) {
      refuse('environment-variable', token, `the zone ${token.text} depends on the environment of CoreDNS`, 'write the zone itself');
    }
  }
}

/** The cache directive of a block, or undefined if surely none; refused if it cannot be known or edited. */
export function ownCache(block: ServerBlock): Directive | undefined {
  const [cache, second] = directives(block, 'cache');
  if (second) refuse('cache-twice', second.name, 'a second cache in one server block: CoreDNS does not start', 'keep one of them');
  const unread = block.imports.find((line) => !line.snippet);
  if (!cache && unread) {
    refuse('import-may-hold-cache', unread.token, `the imported ${unread.pattern.text} may bring a cache`, 'edit the cache in the imported file, if it has one');
  }
  if (cache?.via) {
    refuse('cache-in-snippet', cache.name, `this cache comes into server blocks by import ${cache.via.pattern.text}`,
      'write the cache into the server block instead of the snippet');
  }
  return cache;
}

/** Refuses a cache with which CoreDNS does not start. */
export function refuseWord(cache: Directive): void {
  const word = refusedWord(cache);
  if (word) refuse('cache-malformed', word, `CoreDNS does not start with this ${word.text}`, `correct line ${word.line}, then try again`);
}

/** Refuses a cache whose options the editor does not read as CoreDNS does. */
export function refuseUnreadable(cache: Directive): void {
  const [line] = cache.imports;
  if (line) refuse('import-in-cache', line.token, `the options of ${line.pattern.text} come into this cache by import`, 'write the options into the cache');
  const variable = cache.tokens.find(({ text }) => hasVariable(text));
  if (variable) refuse('environment-variable', variable, `${variable.text} depends on the environment of CoreDNS`, 'write the value itself');
  const token = misplaced(cache);
  if (token) {
    refuse('cache-malformed', token, `CoreDNS does not take "${token.text}" here`,
      'write "{" on the line of the cache, each option on its own line, and "}" alone on the last');
  }
  refuseWord(cache);
}

/** Refuses `disable denial` that refreshes undo. */
export function refuseLeak(cache: Directive, zones: readonly string[], { refresh, disabled }: CacheOptions = cacheOptions(cache)): void {
  if (!refresh || zones.every((zone) => disabled.success.some((parent) => covers(parent, zone)))) return;
  refuse('refresh-leaks', refresh.name, `${refresh.name.text} stores negative answers in spite of disable denial`,
    `disable success for the same zones too, or remove ${refresh.name.text}`);
}

/** Refuses to touch a line on which a comment is glued to a word: words after it may count or not. */
export function refuseGlued(file: Corefile, lines: ReadonlySet<number>): void {
  // A quote ends its word, so `"30"#` is no such comment yet, but text put in between would make it one.
  const glued = (word: Token) => word.glued || (word.quoted && file.source[word.end] === '#');
  const token = file.tokens.find((word) => glued(word) && (lines.has(word.line) || lines.has(lastLine(word))));
  if (token) refuse('glued-comment', token, 'a comment without white space before it ends at the next blank', 'put a blank before "#"');
}
