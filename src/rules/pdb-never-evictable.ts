import { betterBudget, verdictOn } from './budget-verdict';
import { budgetViews } from './budget-view';
import type { Rule } from './rule';

export const pdbNeverEvictable: Rule = {
  id: 'pdb-never-evictable',
  severity: 'error',
  title: 'a PodDisruptionBudget allows one eviction when all pods are healthy',
  source: 'kubernetes v1.28.15 pkg/controller/disruption/disruption.go L797-L816, L975; pkg/registry/core/pod/storage/eviction.go L429',
  all: (all, report) => {
    for (const budget of budgetViews(all)) {
      const verdict = verdictOn(budget);
      if (verdict?.outcome !== 'never') continue;
      report({
        object: budget.object,
        path: verdict.path,
        message: `${verdict.written}: ${verdict.desired} of ${verdict.pods} pods must stay healthy, so no pod can ever be evicted; `
          + 'node drains and cluster autoscalers hang',
        fix: betterBudget(verdict),
        set: verdict.set,
      });
    }
  },
};
