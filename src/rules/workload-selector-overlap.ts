import { few } from './few';
import { map, shown } from './json';
import { namespaceOf } from './object-set';
import { isHook, isParked, isRival, title } from './rivals';
import type { Json, Rule } from './rule';
import { isEmptySelector, selects } from './selector';
import { type Workload, cleaned, workloadsOf } from './workloads';

const BREAKS = 'budgets, autoscalers and Services built from it count foreign pods, and pods that a delete with --cascade=orphan leaves behind '
  + 'can be adopted and deleted by the other controller';
const FIX = 'add one label to the selector and the template of each that the other has not; an applied set has to be deleted and created again for it';

export const workloadSelectorOverlap: Rule = {
  id: 'workload-selector-overlap',
  severity: 'error',
  title: "no workload's selector matches the pod template of another one in the namespace",
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set.go L308; run of v1.28.15 and v1.36.3 with a ReplicaSet',
  all: (all, report) => {
    // Workloads with one and the same selector share one look-up, so that a namespace full of them stays linear.
    const known = new Map<string, readonly Workload[]>();
    const selected = (namespace: string, selector: Json, labels: Json, wanted: (workload: Workload) => boolean) => {
      const key = `${namespace}/${JSON.stringify([selector, labels])}`;
      const found = known.get(key) ?? workloadsOf(all).selectedBy(namespace, selector).filter(wanted);
      known.set(key, found);
      return found;
    };
    for (const set of all.sets) {
      const { object, namespace, name, selector, templateLabels } = set;
      const clean = cleaned(selector);
      if (isEmptySelector(clean) || !selects(clean, templateLabels)) continue;
      const found = selected(namespace, selector, null, (workload) => workload.object.kind !== 'Pod' && isRival(workload));
      const foreign = (other: Workload) => other.set?.name !== name;
      const running = set.spec.replicas === 0 ? undefined : few(found, (other) => foreign(other) && !isParked(other) && !isHook(other), title);
      const others = running ?? few(found, foreign, title);
      if (others) {
        report({
          object,
          set,
          path: ['spec', 'selector'],
          severity: running === undefined ? 'warning' : 'error',
          message: `${shown(selector)} also matches the pods of ${others}; ${BREAKS}`,
          fix: FIX,
        });
      }
    }
    for (const object of ['Deployment', 'ReplicaSet', 'ReplicationController', 'DaemonSet', 'Job'].flatMap((kind) => all.ofKind(kind))) {
      const { selector: given, template } = map(object.spec);
      const selector = object.kind === 'ReplicationController' ? { matchLabels: map(given) } : given;
      const labels = map(map(map(template).metadata).labels);
      if (isEmptySelector(cleaned(selector))) continue;
      // Where the set's selector matches this workload's pods as well, it is said at the set.
      const victims = selected(namespaceOf(object), selector, labels, ({ set }) => set !== undefined && !selects(cleaned(set.selector), labels));
      const named = few(victims, () => true, title);
      if (named) report({ object, path: ['spec', 'selector'], set: victims[0].set, message: `${shown(selector)} also matches the pods of ${named}; ${BREAKS}`, fix: FIX });
    }
  },
};
