import { few } from './few';
import { shown } from './json';
import { isHook, isParked, isRival, title } from './rivals';
import type { Rule } from './rule';
import { serviceViews } from './services';
import { type Workload, workloadsOf } from './workloads';

export const serviceSelectorExact: Rule = {
  id: 'service-selector-exact',
  severity: 'error',
  title: 'the governing Service selects the pods of its set and of no other workload',
  source: 'run of kube-controller-manager v1.28.15 and v1.36.3: a foreign pod with the same labels is in the headless record',
  all: (all, report) => {
    // Services with one and the same selector share one look-up, so that a namespace full of them stays linear.
    const known = new Map<string, readonly Workload[]>();
    for (const { service, selector, name, namespace, governs } of serviceViews(all)) {
      if (governs.length === 0 || Object.keys(selector).length === 0) continue;
      const key = `${namespace}/${JSON.stringify(selector)}`;
      const found = known.get(key) ?? workloadsOf(all).selectedBy(namespace, { matchLabels: selector });
      known.set(key, found);
      // Sets that name the Service as theirs share it on purpose, and their pods do get names.
      const wanted = (workload: Workload) => isRival(workload) && workload.set?.serviceName !== name;
      const running = few(found, (workload) => wanted(workload) && !isParked(workload) && !isHook(workload), title);
      const hooks = few(found, (workload) => wanted(workload) && isHook(workload), title);
      const foreign = running ?? hooks ?? few(found, wanted, title);
      if (!foreign) continue;
      report({
        object: service,
        path: ['spec', 'selector'],
        set: governs[0],
        severity: running === undefined ? 'warning' : 'error',
        message: `the selector ${shown(selector)} also matches the pods of ${foreign}; ${running !== undefined ? '' : hooks !== undefined ? 'while Helm runs them, ' : 'scaled up from 0, '}they appear in the record of ${shown(name)}, so members join the wrong process`,
        fix: `add a label that only StatefulSet ${shown(governs[0].name)} has to its template and to this selector; spec.selector of an applied set stays as it is`,
      });
    }
  },
};
