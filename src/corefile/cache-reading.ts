import { CacheKind, cacheOptions, CacheOptions } from './cache-options';
import { Directive } from './cst';
import { coveredBy, hasVariable } from './zone';

/** A `cache` directive, ready to be asked about many names. */
export interface CacheReading {
  readonly options: CacheOptions;
  /** Whether nothing outside of the text decides what it says. */
  readonly known: boolean;
  /** Whether a name is cached at all. */
  readonly holds: (name: string) => boolean;
  readonly disabled: (kind: CacheKind, name: string) => boolean;
}

const readings = new WeakMap<Directive, CacheReading>();

function read(cache: Directive): CacheReading {
  const options = cacheOptions(cache);
  const sets = { success: new Set(options.disabled.success), denial: new Set(options.disabled.denial) };
  const limits = options.zones && new Set(options.zones);
  return {
    options,
    known: !cache.tokens.some(({ text }) => hasVariable(text)) && cache.imports.every((line) => line.snippet),
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
