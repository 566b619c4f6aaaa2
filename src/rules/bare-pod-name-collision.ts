import { list, map, shown } from './json';
import { ordinalRange } from './ordinal-range';
import { isHook } from './rivals';
import type { Json, Rule } from './rule';
import { selects } from './selector';
import type { SetView } from './set-view';
import { cleaned } from './workloads';

export const barePodNameCollision: Rule = {
  id: 'bare-pod-name-collision',
  severity: 'error',
  title: 'no separate Pod is called like a pod of a set',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go L126 (isMemberOf), stateful_pod_control.go L124; run of v1.28.15 and v1.36.3',
  all: (all, report) => {
    const pods = all.ofKind('Pod');
    if (pods.length === 0) return;
    const sets = new Map(all.sets.map((set) => [`${set.namespace}/${set.name}`, set]));
    for (const object of pods) {
      const { name, namespace = '', labels, ownerReferences } = map(object.metadata);
      const [, owner, ordinal] = /^(.+)-(0|[1-9][0-9]{0,9})$/.exec(String(name)) ?? [];
      const set = sets.get(`${namespace}/${owner}`);
      if (!set || list(ownerReferences).length > 0 || !exists(set, Number(ordinal))) continue;
      report({
        object,
        path: ['metadata', 'name'],
        set,
        // A hook's Pod comes and goes: mostly the member is there first, and the hook is what fails.
        severity: isHook({ object }) ? 'warning' : 'error',
        message: `${shown(name)} is the name of a pod of StatefulSet ${shown(set.name)}; ${adopted(set, labels)
          ? 'its labels match, so the set adopts it and then fails to update it'
          : 'the set cannot create its own and says so in no event'}`,
        fix: 'give the Pod another name',
      });
    }
  },
};

/** Where nobody can tell the range, every ordinal is the set's. */
function exists(set: SetView, ordinal: number): boolean {
  const range = ordinalRange(set);
  return range === undefined || (ordinal >= range.first && ordinal <= range.last);
}

function adopted(set: SetView, labels: Json): boolean {
  return set.selector !== undefined && selects(cleaned(set.selector), map(labels));
}
