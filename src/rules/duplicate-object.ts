import { map, shown } from './json';
import { type ObjectSet, identityOf, namespaceOf } from './object-set';
import { referencesOf } from './references';
import type { Json, Rule } from './rule';
import { isEmptySelector } from './selector';
import { serviceViews } from './services';
import type { SetView } from './set-view';
import { cleaned } from './workloads';

export const duplicateObject: Rule = {
  id: 'duplicate-object',
  severity: 'error',
  title: 'no two objects of a set have the same kind and name in a namespace',
  source: 'an apply of two objects with one name is an update of the first with the second',
  all: (all, report) => {
    const first = new Map<string, Json>();
    const copies = new Map<Json, Json[]>();
    for (const object of all.objects) {
      const key = identityOf(object);
      if (key === undefined) continue;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, object);
      else if (copies.get(earlier)?.push(object) === undefined) copies.set(earlier, [object]);
    }
    if (copies.size === 0) return;
    const ownerOf = owners(all);
    for (const [original, others] of copies) {
      const set = [original, ...others].map(ownerOf).find(Boolean);
      if (!set && !isBudget(original)) continue;
      for (const object of others) {
        report({
          object,
          path: ['metadata', 'name'],
          set,
          related: original,
          message: `${object.kind} ${shown(object.metadata.name)} is rendered ${others.length + 1} times in namespace ${shown(namespaceOf(object))}; `
            + 'an apply overwrites the first with the last without a word',
          fix: 'give each its own name, or merge them into one',
        });
      }
    }
  },
};

/** A budget says what it is for even where its pods are not rendered. */
function isBudget(object: Json): boolean {
  return object.kind === 'PodDisruptionBudget' && !isEmptySelector(cleaned(map(object.spec).selector));
}

/** The set that an object is for; looked up for copies only, and joined once. */
function owners(all: ObjectSet): (object: Json) => SetView | undefined {
  const known = new Map<Json, SetView>(all.sets.map((set) => [set.object, set]));
  for (const { service, set } of serviceViews(all)) known.set(service, set);
  for (const set of all.sets) {
    if (set.autoscaler) known.set(set.autoscaler, set);
    for (const { kind, name } of referencesOf(set)) {
      const object = all.find(kind, set.namespace, name);
      if (object) known.set(object, set);
    }
  }
  const selected = (object: Json, selector: Json) =>
    isEmptySelector(cleaned(selector)) ? undefined : all.setsSelectedBy(namespaceOf(object), cleaned(selector))[0];
  return (object) => {
    const spec = map(object.spec);
    return known.get(object) ?? selected(object, object.kind === 'NetworkPolicy' ? spec.podSelector : isBudget(object) ? spec.selector : undefined);
  };
}
