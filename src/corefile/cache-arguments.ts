import { integer } from './cache-options';
import { Directive, Option } from './cst';
import { goDuration } from './go-duration';
import { Token } from './lexer';
import { hasVariable } from './zone';

type Args = readonly string[];

/** What each option of cache takes, as a sentence for the one who wrote something else. */
export const CACHE_ARGUMENTS: Readonly<Record<string, { readonly takes: string; readonly accepts: (args: Args) => boolean }>> = {
  success: { takes: 'a capacity, then if wanted a TTL from 1 and a shortest TTL from 0, whole numbers of seconds', accepts: limits },
  denial: { takes: 'a capacity, then if wanted a TTL from 1 and a shortest TTL from 0, whole numbers of seconds', accepts: limits },
  prefetch: { takes: 'an amount from 0, then if wanted a duration such as 1m and a percentage from 10% to 90%', accepts: prefetch },
  serve_stale: { takes: 'at most a duration such as 1h, immediate or verify, and three durations more', accepts: serveStale },
  serve_stale_policy: { takes: 'prefer_positive, beside serve_stale', accepts: ([policy, ...more]) => policy?.toLowerCase() === 'prefer_positive' && more.length === 0 },
  servfail: { takes: 'a duration from 0 to 5m', accepts: ([duration, ...more]) => more.length === 0 && within(duration, 300) },
  disable: { takes: 'success or denial, then zones', accepts: ([kind]) => kind === 'success' || kind === 'denial' },
  keepttl: { takes: 'nothing', accepts: (args) => args.length === 0 },
};

function limits([capacity, ttl, shortest]: Args): boolean {
  return integer(capacity) !== undefined && (ttl === undefined || (integer(ttl) ?? 0) >= 1) && (shortest === undefined || (integer(shortest) ?? -1) >= 0);
}

function prefetch([amount, duration, percentage, ...more]: Args): boolean {
  const percent = percentage === undefined ? 10 : integer(/^(.*)%$/.exec(percentage)?.[1]) ?? 0;
  return (integer(amount) ?? -1) >= 0 && (duration === undefined || goDuration(duration) !== undefined) && percent >= 10 && percent <= 90 && more.length === 0;
}

function serveStale([duration, mode]: Args): boolean {
  return (duration === undefined || within(duration, Infinity)) && (mode === undefined || ['immediate', 'verify'].includes(mode.toLowerCase()));
}

function within(duration: string | undefined, most: number): boolean {
  const seconds = duration === undefined ? undefined : goDuration(duration);
  return seconds !== undefined && seconds >= 0 && seconds <= most;
}

/** The first word of a cache with which CoreDNS does not start; what a variable stands for is not known here. */
export function refusedWord(cache: Directive): Token | undefined {
  const [ttl] = cache.args;
  if ((integer(ttl?.text) ?? 1) < 1) return ttl;
  return cache.block?.options.find(refused)?.name;
}

function refused({ name, args }: Option): boolean {
  if ([name, ...args].some(({ text }) => hasVariable(text))) return false;
  return !Object.hasOwn(CACHE_ARGUMENTS, name.text) || !CACHE_ARGUMENTS[name.text].accepts(args.map(({ text }) => text));
}
