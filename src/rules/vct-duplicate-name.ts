import { shown } from './json';
import type { Rule } from './rule';

export const vctDuplicateName: Rule = {
  id: 'vct-duplicate-name',
  severity: 'error',
  title: 'claim template names are unique in a set',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go L393',
  set: (set, report) => {
    const seen = new Set<string>();
    set.claims.forEach((_, i) => {
      const name = set.claimNameAt(i);
      if (name !== '' && seen.has(name)) {
        report({
          object: set.object,
          path: ['spec', 'volumeClaimTemplates', i, 'metadata', 'name'],
          message: `${shown(name)} names two claim templates; the API server accepts both, the controller creates one claim `
            + 'and takes size, class and modes from the last',
          fix: 'give each claim template a name of its own, before the first apply: they cannot be changed later',
        });
      }
      seen.add(name);
    });
  },
};
