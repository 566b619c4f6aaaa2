import { Directive, Option } from './cst';
import { goDuration } from './go-duration';
import { ROOT, zoneOf } from './zone';

export type CacheKind = 'success' | 'denial';

/** What a `cache` directive says about how long answers are kept. */
export interface CacheOptions {
  /** The zones that it caches, or undefined for those of its server block. */
  readonly zones?: readonly string[];
  /** The longest time that a negative answer is kept. */
  readonly denialTtl: number;
  /** The shortest time, unless `denialTtl` is shorter. */
  readonly denialMinTtl: number;
  /** The same two times of positive answers. */
  readonly successTtl: number;
  readonly successMinTtl: number;
  /** `keepttl`: cached answers are handed out with the TTL they came with. */
  readonly keepTtl: boolean;
  /** The last `denial` line. */
  readonly denial?: Option;
  /** The `disable` line that counts: the last one of its kind. */
  readonly disable: Readonly<Partial<Record<CacheKind, Option>>>;
  /** The zones of these lines. */
  readonly disabled: Readonly<Record<CacheKind, readonly string[]>>;
  /** A `prefetch` or `serve_stale` that does something: its refreshes store negative answers of zones for which they are disabled. */
  readonly refresh?: Option;
  /** Whether `serve_stale` answers with what is out of date. */
  readonly servesStale: boolean;
}

/** An empty argument limits a cache to a zone that no name is in. */
const NO_ZONE = '""';
const SUCCESS_TTL = 3600;
const DENIAL_TTL = 1800;
const MIN_TTL = 5;

/** An integer as Go's strconv.Atoi reads it. */
export function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}

/** Whether an option makes CoreDNS refresh entries by itself; with 0 it does nothing. */
export function refreshes({ name, args: [first] }: Option): boolean {
  return (name.text === 'prefetch' && integer(first?.text) !== 0) || (name.text === 'serve_stale' && (first === undefined || goDuration(first.text) !== 0));
}

function last(options: readonly Option[], ...words: readonly string[]): Option | undefined {
  return options.filter(({ name, args }) => [name, ...args].slice(0, words.length).map(({ text }) => text).join(' ') === words.join(' ')).pop();
}

/** `disable KIND` without a zone means every zone. */
function zones(option: Option | undefined): readonly string[] {
  if (option === undefined) return [];
  return option.args.length === 1 ? [ROOT] : option.args.slice(1).map(({ text }) => zoneOf(text));
}

/** Every `disable` line of a `cache` directive, those that do not count too. */
export function disableLines({ block }: Directive): readonly Option[] {
  return block?.options.filter(({ name }) => name.text === 'disable') ?? [];
}

/** Reads a `cache` directive as the plugin does. */
export function cacheOptions(cache: Directive): CacheOptions {
  const ttl = integer(cache.args[0]?.text);
  const limited = cache.args.slice(ttl === undefined ? 0 : 1).map(({ text }) => (text === '' ? NO_ZONE : zoneOf(text)));
  const options = cache.block?.options ?? [];
  const lines = (kind: CacheKind) => options.filter(({ name }) => name.text === kind);
  const argument = (kind: CacheKind, at: number) => lines(kind).map(({ args }) => integer(args[at]?.text)).filter((value) => value !== undefined).pop();
  const disable = { success: last(options, 'disable', 'success'), denial: last(options, 'disable', 'denial') };
  const [prefetch, stale] = [last(options, 'prefetch'), last(options, 'serve_stale')].map((option) => (option && refreshes(option) ? option : undefined));
  return {
    ...(limited.length > 0 && { zones: limited }),
    denialTtl: argument('denial', 1) ?? ttl ?? DENIAL_TTL,
    denialMinTtl: argument('denial', 2) ?? MIN_TTL,
    successTtl: argument('success', 1) ?? ttl ?? SUCCESS_TTL,
    successMinTtl: argument('success', 2) ?? MIN_TTL,
    keepTtl: options.some(({ name }) => name.text === 'keepttl'),
    denial: lines('denial').at(-1),
    disable,
    disabled: { success: zones(disable.success), denial: zones(disable.denial) },
    refresh: prefetch ?? stale,
    servesStale: stale !== undefined,
  };
}
