import { overCorefiles, soundCaches } from './corefiles';
import { shown } from './json';
import type { Rule } from './rule';
import { CACHE_ARGUMENTS } from '../corefile/cache-arguments';
import { integer } from '../corefile/cache-options';
import { hasVariable } from '../corefile/zone';

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
        const option = Object.hasOwn(CACHE_ARGUMENTS, name.text) ? CACHE_ARGUMENTS[name.text] : undefined;
        const written = shown([name, ...args].map(({ text }) => text).join(' '));
        if (!option) {
          say(name, {
            message: `${written}: cache of CoreDNS 1.15 has no option ${name.text}, and CoreDNS exits at its next start`,
            fix: `write one of ${Object.keys(CACHE_ARGUMENTS).join(', ')}`,
          });
        } else if (!option.accepts(args.map(({ text }) => text))) {
          say(name, { message: `${written}: CoreDNS does not take these arguments and exits at its next start`, fix: `give ${name.text} ${option.takes}` });
        }
      }
    }
  }),
};
