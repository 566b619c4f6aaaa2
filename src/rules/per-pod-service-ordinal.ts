import { isDeclared } from './declared';
import { map, shown, text } from './json';
import { namespaceOf, type ObjectSet } from './object-set';
import { ordinalRange } from './ordinal-range';
import type { Report, Rule } from './rule';
import { serviceViews } from './services';
import type { SetView } from './set-view';
import { POD_NAME_LABEL } from '../identity/labels';

export const perPodServiceOrdinal: Rule = {
  id: 'per-pod-service-ordinal',
  severity: 'error',
  title: 'a Service for one pod names a set and an ordinal that exist, and where several pods have one, each has',
  source: 'kubernetes v1.36.3 pkg/controller/statefulset/stateful_set_utils.go L452',
  all: (all, report) => {
    const covered = new Map<SetView, Set<number>>();
    for (const { service, selector, member } of serviceViews(all)) {
      if (!member) continue;
      covered.set(member.set, (covered.get(member.set) ?? new Set()).add(member.ordinal));
      const range = ordinalRange(member.set);
      if (!range || (member.ordinal >= range.first && member.ordinal <= range.last)) continue;
      report({
        object: service,
        path: ['spec', 'selector', POD_NAME_LABEL],
        set: member.set,
        message: `${shown(selector[POD_NAME_LABEL])} names ordinal ${member.ordinal}, StatefulSet ${shown(member.set.name)} has ${range.first} to ${range.last}; `
          + 'the Service never has an endpoint',
        fix: `drop the Service, or select ${member.set.podName(range.first)} to ${member.set.podName(range.last)}`,
      });
    }
    strangers(all, report);
    for (const [set, ordinals] of covered) gap(set, ordinals, report);
  },
};

/** Services for a pod of a set that is not rendered. */
function strangers(all: ObjectSet, report: Report): void {
  for (const service of all.services) {
    const pod = text(map(map(service.spec).selector)[POD_NAME_LABEL]);
    const [, owner] = /^(.+)-\d+$/.exec(pod ?? '') ?? [];
    if (owner === undefined || all.find('StatefulSet', namespaceOf(service), owner)) continue;
    report({
      object: service,
      path: ['spec', 'selector', POD_NAME_LABEL],
      outside: true,
      message: `${shown(pod)} would be a pod of StatefulSet ${shown(owner)}, which is not rendered in this namespace; without it the Service never has an endpoint`,
      fix: 'name a pod of a rendered set, or render the set beside the Service',
    });
  }
}

/** A single Service may be for a primary; of several the one that is missing was mostly forgotten when the set grew. */
function gap(set: SetView, ordinals: ReadonlySet<number>, report: Report): void {
  // A construct makes one for each; one that was patched is another matter.
  if (ordinals.size < 2 || isDeclared(set) || set.autoscaler || set.range || !set.replicasWritten) return;
  let ordinal = set.start;
  while (ordinals.has(ordinal)) ordinal++;
  if (ordinal > set.last) return;
  report({
    object: set.object,
    path: ['spec', 'replicas'],
    set,
    severity: 'warning',
    message: `${ordinals.size} pods have a Service of their own and ${set.podName(ordinal)} has none; who reaches members by these Services never reaches it`,
    fix: `render a Service that selects ${POD_NAME_LABEL}: ${set.podName(ordinal)}`,
  });
}
