import { map, shown, text } from './json';
import { namespaceOf } from './object-set';
import type { Json, Rule } from './rule';
import { serviceViews } from './services';
import type { SetView } from './set-view';
import { cleaned } from './workloads';

export const duplicateObject: Rule = {
  id: 'duplicate-object',
  severity: 'error',
  title: 'no two StatefulSets, Services or PodDisruptionBudgets of a set have the same name in a namespace',
  source: 'an apply of two objects with one name is an update of the first with the second',
  all: (all, report) => {
    const services = new Map<Json, SetView>();
    for (const { service, set } of serviceViews(all)) services.set(service, set);
    const sets = new Map(all.sets.map((set) => [set.object, set]));
    const ownerOf = (object: Json) => sets.get(object) ?? services.get(object)
      ?? (object.kind === 'PodDisruptionBudget' && map(object.spec).selector ? all.setsSelectedBy(namespaceOf(object), cleaned(map(object.spec).selector))[0] : undefined);
    const groups = new Map<string, Json[]>();
    for (const object of [...sets.keys(), ...all.services, ...all.budgets]) {
      const name = text(map(object.metadata).name);
      // Another API group makes it another object: a Service of Knative beside a core one.
      const group = (text(object.apiVersion) ?? '').split('/').slice(0, -1).join('/');
      const key = `${group}/${object.kind}/${namespaceOf(object)}/${name}`;
      if (name && groups.get(key)?.push(object) === undefined) groups.set(key, [object]);
    }
    for (const [, [first, ...others]] of groups) {
      const set = others.length > 0 ? [first, ...others].map(ownerOf).find(Boolean) : undefined;
      if (set) {
        for (const object of others) {
          report({
            object,
            path: ['metadata', 'name'],
            set,
            message: `${object.kind} ${shown(object.metadata.name)} is rendered ${others.length + 1} times in namespace ${shown(namespaceOf(object))}; `
          + 'an apply overwrites the first with the last without a word',
            fix: 'give each its own name, or merge them into one',
          });
        }
      }
    }
  },
};
