import { budgetViews, setsByNamespace } from './budget-view';
import { shown } from './json';
import type { Rule } from './rule';

export const pdbSelectorMatches: Rule = {
  id: 'pdb-selector-matches',
  severity: 'error',
  title: 'a PodDisruptionBudget selects pods of its namespace',
  source: 'kubernetes v1.28.15 pkg/controller/disruption/disruption.go L710',
  all: (all, report) => {
    const sets = setsByNamespace(all);
    for (const { object, namespace, selector, everything, sets: own, others, elsewhere, meant } of budgetViews(all)) {
      const known = sets.get(namespace);
      if (!known || selector === undefined || everything || elsewhere || own.length + others.length > 0) continue;
      const like = meant ?? known[0];
      report({
        object,
        path: ['spec', 'selector'],
        message: `the selector ${shown(selector)} matches no pod template of this namespace: the budget counts 0 pods and protects nothing`,
        fix: `copy the selector of the set, for StatefulSet ${shown(like.name)} ${shown(like.selector)}`,
        set: meant,
      });
    }
  },
};
