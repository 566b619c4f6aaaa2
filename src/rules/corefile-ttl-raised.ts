import { isWithin, overCorefiles, soundCaches } from './corefiles';
import type { Rule } from './rule';
import { cacheOptions, integer } from '../corefile/cache-options';
import type { Directive, ServerBlock } from '../corefile/cst';
import { blockZones, directives } from '../corefile/server-block';
import { zoneOf } from '../corefile/zone';

/** The zones of Services and pods; those of addresses hold no name that a peer waits for. */
function serviceZones(kubernetes: Directive, block: ServerBlock): readonly string[] {
  const zones = kubernetes.args.length > 0 ? kubernetes.args.map(({ text }) => zoneOf(text)) : blockZones(block);
  return zones.filter((zone) => !zone.endsWith('.arpa') && !zone.includes('/'));
}

export const corefileTtlRaised: Rule = {
  id: 'corefile-ttl-raised',
  severity: 'warning',
  title: 'the ttl of kubernetes is not below the 5 seconds that cache keeps every answer',
  source: 'coredns v1.15.0 plugin/cache/cache.go computeTTL, default MINTTL 5; coredns/coredns#7091; measured with CoreDNS 1.15.0',
  all: (all, report) => overCorefiles(all, report, (view, say) => {
    for (const { block, cache } of soundCaches(view)) {
      const { denial, denialMinTtl, denialTtl, disabled, zones } = cacheOptions(cache);
      // A shortest TTL that is written is what was wanted.
      if (denial?.args[2]) continue;
      const off = new Set(disabled.denial);
      const limits = zones && new Set(zones);
      const kept = Math.min(denialMinTtl, denialTtl);
      for (const kubernetes of directives(block, 'kubernetes')) {
        const option = kubernetes.block?.options.filter(({ name }) => name.text === 'ttl').pop();
        const ttl = integer(option?.args[0]?.text);
        if (!option || ttl === undefined || ttl >= kept) continue;
        const isKept = (zone: string) => !isWithin(off, zone) && (!limits || isWithin(limits, zone));
        if (!serviceZones(kubernetes, block).some(isKept)) continue;
        say(option.name, {
          message: `ttl ${ttl} does not keep answers out of the cache: cache raises it to ${kept}, also for a name that does not exist yet`,
          fix: 'write disable denial with the zone into cache, or a third number behind denial, such as denial 9984 30 0',
        });
      }
    }
  }),
};
