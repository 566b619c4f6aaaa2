import { overCorefiles, soundCaches } from './corefiles';
import type { Rule } from './rule';
import { hasVariable } from '../corefile/zone';

export const corefileCacheVariable: Rule = {
  id: 'corefile-cache-variable',
  severity: 'info',
  title: 'the TTL and the zones of cache are written, not left to the environment of CoreDNS',
  source: 'coredns/caddy v1.1.4 caddyfile/parse.go replaceEnvVars; cases 78 and 79 of test/corefile/cases.json: not set, it is an empty zone',
  all: (all, report) => overCorefiles(all, report, (view, say) => {
    for (const { cache } of soundCaches(view)) {
      const token = cache.args.find(({ text }) => hasVariable(text));
      if (!token) continue;
      say(token, {
        message: `cache ${token.text}: where the variable is not set, CoreDNS reads an empty zone and caches nothing, without an error`,
        fix: 'write the value itself, or make sure that the Deployment of CoreDNS sets the variable',
      });
    }
  }),
};
