import { shown } from './json';
import { mountsOf } from './mounts';
import { Rule, since } from './rule';

export const mountPathUnique: Rule = {
  id: 'mount-path-unique',
  severity: 'error',
  title: 'mount paths are unique in a container',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go L3114',
  rejected: since(34),
  set: (set, report) => {
    for (const holder of set.containers) {
      const seen = new Map<string, string>();
      for (const { at, name, path } of mountsOf(holder)) {
        if (!at) continue;
        const first = seen.get(at);
        if (first === undefined) {
          seen.set(at, name);
          continue;
        }
        report({
          object: set.object,
          path: [...path, 'mountPath'],
          message: `container ${shown(holder.container.name)} mounts both ${shown(first)} and ${shown(name)} at ${shown(at)}; the pod cannot be created`,
          fix: 'give each mount a path of its own, or remove one',
        });
      }
    }
  },
};
