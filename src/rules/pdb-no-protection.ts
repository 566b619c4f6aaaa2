import { betterBudget, verdictOn } from './budget-verdict';
import { budgetViews } from './budget-view';
import type { Rule } from './rule';

export const pdbNoProtection: Rule = {
  id: 'pdb-no-protection',
  severity: 'warning',
  title: 'a PodDisruptionBudget keeps one pod at least',
  source: 'kubernetes v1.28.15 pkg/controller/disruption/disruption.go',
  all: (all, report) => {
    for (const budget of budgetViews(all)) {
      const verdict = verdictOn(budget);
      if (verdict?.outcome !== 'nothing') continue;
      report({
        object: budget.object,
        path: verdict.path,
        message: `${verdict.written}: all ${verdict.pods} pods may be evicted at once, so the budget protects nothing`,
        fix: betterBudget(verdict),
        set: verdict.set,
      });
    }
  },
};
