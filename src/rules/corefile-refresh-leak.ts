import { isWithin, overCorefiles, soundCaches } from './corefiles';
import type { Rule } from './rule';
import { cacheOptions } from '../corefile/cache-options';

export const corefileRefreshLeak: Rule = {
  id: 'corefile-refresh-leak',
  severity: 'warning',
  title: 'where prefetch or serve_stale refreshes, a zone of disable denial is also one of disable success',
  source: 'coredns v1.15.0 plugin/cache/cache.go:365 and 525: the writer of a refresh does not know the zones of disable; measured with CoreDNS 1.11.1 and 1.15.0',
  all: (all, report) => overCorefiles(all, report, (view, say) => {
    for (const { cache } of soundCaches(view)) {
      const { disabled, refresh: option } = cacheOptions(cache);
      const success = new Set(disabled.success);
      const leaking = disabled.denial.filter((zone) => !isWithin(success, zone));
      if (!option || leaking.length === 0) continue;
      const zones = leaking.slice(0, 3).map((zone) => zone || '.').join(' ');
      say(option.name, {
        message: `${option.name.text} refreshes answers past disable denial: a pod of ${zones} that was gone for a moment is denied again after it is back`,
        fix: `write disable success ${zones} too, or take ${option.name.text} out`,
      });
    }
  }),
};
