import { overCorefiles, soundCaches } from './corefiles';
import type { Rule } from './rule';
import { integer } from '../corefile/cache-options';

export const corefileDenialZero: Rule = {
  id: 'corefile-denial-zero',
  severity: 'warning',
  title: 'negative caching is switched off with disable denial, not with a capacity of 0',
  source: 'coredns v1.15.0 plugin/pkg/cache/cache.go New: at least 1024 entries, whatever is asked for; measured with CoreDNS 1.15.0',
  all: (all, report) => overCorefiles(all, report, (view, say) => {
    for (const { name, args } of soundCaches(view).flatMap(({ cache }) => cache.block?.options ?? [])) {
      if (name.text !== 'denial' || (integer(args[0]?.text) ?? 1) > 0) continue;
      say(name, {
        message: `denial ${args[0].text} does not switch negative caching off: CoreDNS keeps 1024 answers all the same, for as long as before`,
        fix: 'write disable denial with the zone, such as the Service\'s name, or denial 9984 1 for one second at most',
      });
    }
  }),
};
