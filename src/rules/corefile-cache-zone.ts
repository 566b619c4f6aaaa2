import { overCorefiles, soundCaches } from './corefiles';
import { shown } from './json';
import type { Rule } from './rule';
import { integer } from '../corefile/cache-options';
import type { Directive } from '../corefile/cst';
import type { Token } from '../corefile/lexer';
import { hasVariable } from '../corefile/zone';

/** The first argument of a cache that CoreDNS takes for a zone and that can hardly be meant as one. */
function strange({ args }: Directive): Token | undefined {
  const zones = args.slice(integer(args[0]?.text) === undefined ? 0 : 1).filter(({ text }) => !hasVariable(text));
  const glued = args.find((token) => token.glued);
  return zones.find((token) => (glued && token.start > glued.start) || /^$|^\d+[a-z%]*$|['"`{}<>()=,;\\\s]/i.test(token.text));
}

export const corefileCacheZone: Rule = {
  id: 'corefile-cache-zone',
  severity: 'warning',
  title: 'what stands behind cache is a TTL as a bare number, then zones',
  source: 'coredns v1.15.0 plugin/cache/setup.go cacheParse: what is no integer is a zone; cases 12, 18, 28, 30 and 31 of test/corefile/cases.json',
  all: (all, report) => overCorefiles(all, report, (view, say) => {
    for (const { cache } of soundCaches(view)) {
      const token = strange(cache);
      if (!token) continue;
      say(token, {
        message: `CoreDNS takes ${shown(token.text)} for a zone, so cache is limited to it: nothing else is cached, and each lookup goes to the backend`,
        fix: 'write the TTL as a bare number of seconds right behind cache, then zones if any; put a blank before "#"',
      });
    }
  }),
};
