import { shown } from './json';
import { mountsOf, normalPath } from './mounts';
import type { Rule } from './rule';

export const mountPathUniqueNormalised: Rule = {
  id: 'mount-path-unique-normalised',
  severity: 'error',
  title: 'no two mount paths of a container, written differently, are the same directory',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go L3114 compares the texts; run on 1.28.15 and 1.36.3',
  set: (set, report) => {
    for (const holder of set.containers) {
      const seen = new Map<string, string>();
      for (const { at, path } of mountsOf(holder)) {
        if (!at?.startsWith('/')) continue;
        const normal = normalPath(at);
        const first = seen.get(normal) ?? at;
        seen.set(normal, first);
        if (first === at) continue;
        report({
          object: set.object,
          path: [...path, 'mountPath'],
          message: `${shown(first)} and ${shown(at)} of container ${shown(holder.container.name)} are the same directory; `
            + 'the API server compares the texts and accepts both, and one mount hides the other',
          fix: 'give each mount a directory of its own, or remove one',
        });
      }
    }
  },
};
