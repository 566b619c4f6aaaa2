import { Family, familiesOf } from './families';
import { list, map, text } from './json';
import { ObjectSet, namespaceOf } from './object-set';
import type { Json, Target } from './rule';
import { allocationsOf } from './service-allocation-unique';
import { alike, isOrdinary } from './shape';
import { POD_NAME_LABEL } from '../identity/labels';
import { claimPrefix } from '../identity/names';

/** The objects of one declaration, in the order in which every declaration has them. */
export type Group = readonly Json[];

/** The name of the one StatefulSet of a group. */
interface Named {
  readonly set: Family['set'];
  readonly objects: Group;
}

/**
 * The group as a family, if every set of the same shape under another name would have nothing to do with it: each of its
 * selectors asks for a label whose value is the set's own name, and no Service asks for a port or an address that all would share.
 */
export function closedFamily(group: Group, target: Target): Named | undefined {
  const families = familiesOf(new ObjectSet(group));
  if (families?.length !== 1) return undefined;
  const [family] = families;
  const { set, objects } = family;
  const own = (labels: unknown) => Object.entries(map(labels)).some(([key, value]) => key !== POD_NAME_LABEL && value === set.name);
  const closed = objects.length === group.length && set.autoscaler === undefined && isOrdinary(family, target)
    && own(set.selector?.matchLabels) && set.services.every((service) => own(service.spec?.selector))
    && !group.some((object) => object.kind === 'Service' && allocationsOf(object).length > 0)
    && set.budgets.every((budget) => own(budget.spec?.selector?.matchLabels));
  return closed ? { set, objects: group } : undefined;
}

/** Whether all groups differ from a closed family by the name of their set alone, and no two of them claim one name. */
export function allTwins(closed: Named, groups: readonly Group[], target: Target): boolean {
  const at = closed.objects.indexOf(closed.set.object);
  const taken = new Set<string>();
  const free = (key: string) => taken.size !== taken.add(key).size;
  return groups.every((group) => {
    const set = group[at];
    const name = text(set?.metadata?.name) ?? '';
    const twin = { set: { name, pod: map(set?.spec?.template?.spec) }, objects: group };
    if (!free(`set ${name}`) || !isOrdinary(twin, target) || !alike(closed, twin)) return false;
    const claims = list(set.spec.volumeClaimTemplates).map((claim) => `claim ${namespaceOf(set)}/${claimPrefix(String(claim?.metadata?.name), name)}`);
    return claims.every(free) && group.every((object) => free(`${object.kind} ${namespaceOf(object)}/${text(object.metadata?.name)}`));
  });
}
