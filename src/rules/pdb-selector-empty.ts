import { budgetViews, setsByNamespace } from './budget-view';
import { shown } from './json';
import type { Rule } from './rule';

export const pdbSelectorEmpty: Rule = {
  id: 'pdb-selector-empty',
  severity: 'error',
  title: 'the selector of a PodDisruptionBudget is not empty',
  source: 'kubernetes v0.36.3 api/policy/v1 types.go',
  all: (all, report) => {
    const sets = setsByNamespace(all);
    for (const { object, namespace, everything, meant } of budgetViews(all)) {
      const known = sets.get(namespace);
      if (!everything || !known) continue;
      const like = meant ?? known[0];
      report({
        object,
        path: ['spec', 'selector'],
        message: 'the selector is empty, which selects every pod of the namespace: the budget counts all workloads and bare pods together, '
          + 'so healthy pods of one let members of another go',
        fix: `copy the selector of the set, for StatefulSet ${shown(like.name)} ${shown(like.selector)}`,
        set: meant,
      });
    }
  },
};
