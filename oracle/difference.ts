import { posix } from 'path';
import { isDeepStrictEqual } from 'util';
import { OwnReading } from './own-reading';
import { RealReading } from './real-parser';
import { shown } from './shown';
import { Token } from '../src/corefile/lexer';

const WRAPPED = /^Corefile:(\d+) - (Syntax error|Error during parsing): (.*)$/s;
/** What depends on the files of the machine, of which the reader knows nothing. */
const MISSING_FILE = /^(?:File to import not found: |Could not import )(.*)$/s;
/** So does this, if what is malformed stands behind a wildcard. */
const MALFORMED = /^Failed to use import pattern ([^*[\\]*\*.*): syntax error in pattern$/s;
const GLOB = 'Glob pattern may only contain one wildcard (*), but has others: ';
const UNKNOWN = /^Corefile:(\d+) - Error during parsing: Unknown directive '(.*)'$/s;

interface Said {
  readonly line: number;
  readonly kind: string;
  readonly message: string;
}

function said(error: string): Said {
  const [, line, kind, message] = WRAPPED.exec(error) ?? ['', '0', '', error];
  return { line: Number(line), kind, message };
}

function differ(what: string, real: unknown, own: unknown): string {
  return `${what}: CoreDNS ${shown(real)}, the reader ${shown(own)}`;
}

function listDifference(what: string, real: readonly unknown[], own: readonly unknown[]): string | undefined {
  const at = Array.from({ length: Math.max(real.length, own.length) }).findIndex((_, each) => !isDeepStrictEqual(real[each], own[each]));
  return at < 0 ? undefined : differ(`${what} ${at + 1}`, real[at], own[at]);
}

/** What the reader says, as CoreDNS says it: with the whole path of a pattern, and line 0 behind the last word. */
function ownSaid({ error, errorLine, file }: OwnReading, real: Said, folder: string): Said {
  const message = error.startsWith(GLOB) ? GLOB + posix.resolve(folder, error.slice(GLOB.length)) : error;
  const atStart = real.line === 0 && file.errors[0]?.offset === 0;
  return { line: atStart ? 0 : errorLine, kind: error.startsWith('Unexpected token') ? 'Syntax error' : 'Error during parsing', message };
}

/** The patterns on which CoreDNS stopped since a file is not there, as the reader sees them; undefined if it stopped on nothing such. */
export function missingPatterns({ file, expand }: OwnReading, real: RealReading): readonly Token[] | undefined {
  const { line, message } = said(real.error);
  const missing = MISSING_FILE.exec(message) ?? (file.errors[0]?.message === message ? undefined : MALFORMED.exec(message));
  if (!missing) return undefined;
  return file.tokens.filter((token, at) => token.line === line && file.tokens[at - 1]?.text === 'import'
    && (message.startsWith('Could') || expand(token.text) === missing[1]));
}

function errorDifference(own: OwnReading, real: RealReading, folder: string): string | undefined {
  if (real.error === '') return own.error === '' ? undefined : differ('acceptance', 'accepts', own.error);
  if (own.error === '') return differ('acceptance', real.error, 'accepts');
  const theirs = said(own.expand(real.error));
  const ours = ownSaid(own, theirs, folder);
  return isDeepStrictEqual(theirs, ours) ? undefined : differ('error', theirs, ours);
}

/** Where the two readings of a text differ, if they do. */
export function difference(own: OwnReading, real: RealReading, folder: string): string | undefined {
  const tokens = listDifference('token', real.tokens, own.tokens);
  if (tokens) return tokens;
  const { length } = real.blocks;
  const before = listDifference('server block', real.blocks, own.blocks.slice(0, length));
  if (before) return before;
  // The tree keeps what stands before an error, so the block that the error is in too.
  const surplus = own.blocks.length - length - (own.error === '' ? 0 : 1);
  return errorDifference(own, real, folder) ?? (surplus > 0 ? differ('server blocks', length, own.blocks.length) : undefined);
}

/** Where a reading with a list of known directives differs from what the two without it promise. */
export function listedDifference(own: OwnReading, real: RealReading, listed: RealReading, known: ReadonlySet<string>): string | undefined {
  const inTree = own.file.blocks.flatMap(({ directives }) => directives).map(({ name: { line, text } }) => ({ line, name: own.expand(text) }));
  const first = inTree.find(({ name }) => !known.has(name));
  const found = UNKNOWN.exec(listed.error);
  if (!found) {
    return listed.error === real.error && !first ? undefined : differ('known directives', listed.error || 'accepts', first ?? (real.error || 'accepts'));
  }
  const told = { line: Number(found[1]), name: found[2] };
  // The tree lacks server blocks without keys, and the directive that an error is in.
  const hidden = !inTree.some((directive) => isDeepStrictEqual(directive, told))
    && own.file.tokens.some(({ line, text }) => line === told.line && own.expand(text) === told.name);
  return !known.has(told.name) && (hidden || isDeepStrictEqual(first, told)) ? undefined : differ('unknown directive', told, first);
}
