import { map, shown, text } from './json';
import type { Json, Rule } from './rule';
import type { SetView } from './set-view';

const OF_SYSTEM: Readonly<Record<string, Json>> = { 'system-node-critical': { value: 2000001000 }, 'system-cluster-critical': { value: 2000000000 } };

const NO_CLASS: Json = { value: 0 };

export const priorityFromClass: Rule = {
  id: 'priority-from-class',
  severity: 'error',
  title: 'priority and preemptionPolicy are those of the PriorityClass, or left to it',
  source: 'kubernetes v1.28.15 and v1.36.3 plugin/pkg/admission/priority/admission.go (admitPod)',
  set: (set, report) => {
    const { priority, preemptionPolicy } = set.pod;
    if ((priority ?? preemptionPolicy ?? undefined) === undefined) return;
    const known = classOf(set);
    if (!known) return;
    const named = text(set.pod.priorityClassName);
    const of = named ? `PriorityClass ${shown(named)}` : 'a pod without a class';
    const differs = (field: string, given: unknown, value: unknown) => report({
      object: set.object,
      path: set.podPath(field),
      // The default of the cluster may be a class that is not among the objects.
      outside: !named && known === NO_CLASS,
      message: `${field} is ${shown(given)}, and ${of} has ${shown(value)}${known === NO_CLASS ? ', unless a PriorityClass of the cluster is the default' : ''}; the pod cannot be created`,
      fix: `remove ${field}, and name a PriorityClass that has it`,
    });
    if (typeof priority === 'number' && priority !== known.value) differs('priority', priority, known.value);
    const policy = known.preemptionPolicy ?? 'PreemptLowerPriority';
    if (text(preemptionPolicy) && preemptionPolicy !== policy) differs('preemptionPolicy', preemptionPolicy, policy);
  },
};

/** What the class of the pod holds; without one that is nothing, unless one of the cluster is the default. */
function classOf(set: SetView): Json | undefined {
  const name = text(set.pod.priorityClassName);
  if (name) return Object.hasOwn(OF_SYSTEM, name) ? OF_SYSTEM[name] : set.all.find('PriorityClass', '', name);
  return set.all.ofKind('PriorityClass').map(map).find((each) => each.globalDefault === true) ?? NO_CLASS;
}
