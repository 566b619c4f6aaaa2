import { overCorefiles, soundCaches } from './corefiles';
import { goDuration } from './go-duration';
import { shown } from './json';
import type { Rule } from './rule';
import { integer } from '../corefile/cache-options';
import { hasVariable } from '../corefile/zone';

type Args = readonly string[];

/** What each option of cache takes, as a sentence for the one who wrote something else. */
const OPTIONS: Readonly<Record<string, { readonly takes: string; readonly accepts: (args: Args) => boolean }>> = {
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

export const corefileCacheOption: Rule = {
  id: 'corefile-cache-option',
  severity: 'error',
  title: 'cache has options that CoreDNS knows, with arguments that it takes',
  source: 'coredns v1.15.0 plugin/cache/setup.go cacheParse; cases 84 to 87, 92 and 96 of test/corefile/cases.json, refused by CoreDNS 1.15.0',
  all: (all, report) => overCorefiles(all, report, (view, say) => {
    for (const { cache } of soundCaches(view)) {
      const [ttl] = cache.args;
      if ((integer(ttl?.text) ?? 1) < 1) {
        say(ttl, { message: `cache ${ttl.text}: CoreDNS takes no TTL below 1 and exits at its next start`, fix: 'write a TTL from 1, or take cache out' });
      }
      for (const { name, args } of cache.block?.options ?? []) {
        if ([name, ...args].some(({ text }) => hasVariable(text))) continue;
        const option = Object.hasOwn(OPTIONS, name.text) ? OPTIONS[name.text] : undefined;
        const written = shown([name, ...args].map(({ text }) => text).join(' '));
        if (!option) {
          say(name, {
            message: `${written}: cache of CoreDNS 1.15 has no option ${name.text}, and CoreDNS exits at its next start`,
            fix: `write one of ${Object.keys(OPTIONS).join(', ')}`,
          });
        } else if (!option.accepts(args.map(({ text }) => text))) {
          say(name, { message: `${written}: CoreDNS does not take these arguments and exits at its next start`, fix: `give ${name.text} ${option.takes}` });
        }
      }
    }
  }),
};
