import { verdictOn } from './budget-verdict';
import { budgetViews } from './budget-view';
import type { Rule } from './rule';

export const pdbSingleReplica: Rule = {
  id: 'pdb-single-replica',
  severity: 'warning',
  title: 'a set of one replica says whether a drain may stop it',
  source: 'kubernetes v1.28.15 pkg/controller/disruption/disruption.go',
  all: (all, report) => {
    for (const budget of budgetViews(all)) {
      const verdict = verdictOn(budget);
      if (verdict?.outcome !== 'single') continue;
      report({
        object: budget.object,
        path: verdict.path,
        message: `${verdict.written} for the only pod: the budget allows the outage, so a drain stops the set as it would without a budget`,
        fix: 'remove the budget, or run more replicas, or acknowledge that the outage is wanted',
        set: verdict.set,
      });
    }
  },
};
