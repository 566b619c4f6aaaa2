import { misplaced } from './braces';
import { CacheKind, cacheOptions, CacheOptions } from './cache-options';
import { Directive } from './cst';
import { coveredBy, hasVariable } from './zone';

/** A `cache` directive, ready to be asked about many names. */
export interface CacheReading {
  readonly options: CacheOptions;
  /** Why the text does not tell what it says; undefined if it does. */
  readonly unknown: string | undefined;
  /** Whether a name is cached at all. */
  readonly holds: (name: string) => boolean;
  readonly disabled: (kind: CacheKind, name: string) => boolean;
}

const readings = new WeakMap<Directive, CacheReading>();

function unknown(cache: Directive): string | undefined {
  const variable = cache.tokens.find(({ text }) => hasVariable(text));
  if (variable) return `${variable.text} of cache depends on the environment of CoreDNS`;
  const unread = cache.imports.find((line) => !line.snippet);
  if (unread) return `options come into cache by import of ${unread.pattern.text}`;
  const token = misplaced(cache);
  return token && `line ${token.line}: CoreDNS reads "${token.text}" of cache otherwise than it looks`;
}

function read(cache: Directive): CacheReading {
  const options = cacheOptions(cache);
  const sets = { success: new Set(options.disabled.success), denial: new Set(options.disabled.denial) };
  const limits = options.zones && new Set(options.zones);
  return {
    options,
    unknown: unknown(cache),
    holds: (name) => limits === undefined || coveredBy(limits, name),
    disabled: (kind, name) => coveredBy(sets[kind], name),
  };
}

/** Reads a directive once, however many names are asked about. */
export function cacheReading(cache: Directive): CacheReading {
  let reading = readings.get(cache);
  if (!reading) readings.set(cache, reading = read(cache));
  return reading;
}
