import { budgetViews } from './budget-view';
import { shown } from './json';
import type { Rule } from './rule';

export const pdbSelectorNull: Rule = {
  id: 'pdb-selector-null',
  severity: 'error',
  title: 'a PodDisruptionBudget has a selector',
  source: 'kubernetes v0.36.3 api/policy/v1 types.go',
  all: (all, report) => {
    for (const { object, spec, selector, meant } of budgetViews(all)) {
      if (selector !== undefined) continue;
      report({
        object,
        path: ['spec', 'selector'],
        message: `the selector is ${spec.selector ? shown(spec.selector) : 'missing'}, which selects no pod: the budget protects nothing`,
        fix: meant ? `copy the selector of StatefulSet ${shown(meant.name)}: ${shown(meant.selector)}` : 'copy the selector of the set',
        set: meant,
      });
    }
  },
};
