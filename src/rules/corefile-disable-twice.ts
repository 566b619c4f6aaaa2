import { isWithin, overCorefiles, soundCaches } from './corefiles';
import type { Rule } from './rule';
import { CacheKind, cacheOptions } from '../corefile/cache-options';
import { zoneOf } from '../corefile/zone';

const KINDS: readonly CacheKind[] = ['success', 'denial'];

export const corefileDisableTwice: Rule = {
  id: 'corefile-disable-twice',
  severity: 'warning',
  title: 'all zones of disable denial stand on one line, and so do those of disable success',
  source: 'coredns v1.15.0 plugin/cache/setup.go:302 assigns the zones of a line in place of those before; measured with CoreDNS 1.15.0',
  all: (all, report) => overCorefiles(all, report, (view, say) => {
    for (const { cache } of soundCaches(view)) {
      const { disable, disabled } = cacheOptions(cache);
      for (const kind of KINDS) {
        const counts = new Set(disabled[kind]);
        for (const option of cache.block?.options ?? []) {
          if (option.name.text !== 'disable' || option.args[0]?.text !== kind || option === disable[kind]) continue;
          const zones = option.args.slice(1).map(({ text }) => text);
          const lost = (zones.length > 0 ? zones : ['.']).filter((zone) => !isWithin(counts, zoneOf(zone)));
          if (lost.length === 0) continue;
          say(option.name, {
            message: `a later disable ${kind} replaces this one, so ${lost.slice(0, 3).join(', ')}${lost.length > 3 ? ', …' : ''} stays cached`,
            fix: `write one line: disable ${kind} with the zones of both`,
          });
        }
      }
    }
  }),
};
