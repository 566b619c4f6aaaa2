import { verdictOn } from './budget-verdict';
import { budgetViews } from './budget-view';
import type { Rule } from './rule';

export const pdbPercentRounding: Rule = {
  id: 'pdb-percent-rounding',
  severity: 'warning',
  title: 'a PodDisruptionBudget of a set counts members, not percent',
  source: 'kubernetes v1.28.15 pkg/controller/disruption/disruption.go L797, L816',
  all: (all, report) => {
    for (const budget of budgetViews(all)) {
      const verdict = verdictOn(budget);
      if (verdict?.outcome !== 'fits' || typeof verdict.value !== 'string') continue;
      const { pods, desired, allowed } = verdict;
      report({
        object: budget.object,
        path: verdict.path,
        message: `${verdict.written}: percentages round up, so of ${pods} pods ${desired} must stay and ${allowed} may be evicted; `
          + 'another number of replicas rounds another way',
        fix: `write minAvailable: ${desired} or maxUnavailable: ${allowed}`,
        set: verdict.set,
      });
    }
  },
};
