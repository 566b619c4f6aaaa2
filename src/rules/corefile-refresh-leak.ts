import { isWithin, overCorefiles, soundCaches } from './corefiles';
import type { Rule } from './rule';
import { cacheOptions, integer } from '../corefile/cache-options';
import type { Option } from '../corefile/cst';
import { goDuration } from '../corefile/go-duration';

/** Whether an option makes CoreDNS refresh entries by itself; with 0 it does nothing. */
function refreshes({ name, args: [first] }: Option): boolean {
  return (name.text === 'prefetch' && integer(first?.text) !== 0) || (name.text === 'serve_stale' && (first === undefined || goDuration(first.text) !== 0));
}

export const corefileRefreshLeak: Rule = {
  id: 'corefile-refresh-leak',
  severity: 'warning',
  title: 'where prefetch or serve_stale refreshes, a zone of disable denial is also one of disable success',
  source: 'coredns v1.15.0 plugin/cache/cache.go:365 and 525: the writer of a refresh does not know the zones of disable; measured with CoreDNS 1.11.1 and 1.15.0',
  all: (all, report) => overCorefiles(all, report, (view, say) => {
    for (const { cache } of soundCaches(view)) {
      const { disabled } = cacheOptions(cache);
      const success = new Set(disabled.success);
      const leaking = disabled.denial.filter((zone) => !isWithin(success, zone));
      const option = cache.block?.options.find(refreshes);
      if (!option || leaking.length === 0) continue;
      const zones = leaking.slice(0, 3).map((zone) => zone || '.').join(' ');
      say(option.name, {
        message: `${option.name.text} refreshes answers past disable denial: a pod of ${zones} that was gone for a moment is denied again after it is back`,
        fix: `write disable success ${zones} too, or take ${option.name.text} out`,
      });
    }
  }),
};
