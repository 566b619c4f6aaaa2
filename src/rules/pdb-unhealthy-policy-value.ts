import { budgetViews } from './budget-view';
import { shown } from './json';
import { ALWAYS, type Rule } from './rule';

export const pdbUnhealthyPolicyValue: Rule = {
  id: 'pdb-unhealthy-policy-value',
  severity: 'error',
  title: 'unhealthyPodEvictionPolicy is IfHealthyBudget or AlwaysAllow',
  source: 'kubernetes v1.28.15 pkg/apis/policy/validation/validation.go L86',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const { object, spec, sets } of budgetViews(all)) {
      const policy = spec.unhealthyPodEvictionPolicy ?? undefined;
      if ([undefined, 'IfHealthyBudget', 'AlwaysAllow'].includes(policy)) continue;
      report({
        object,
        path: ['spec', 'unhealthyPodEvictionPolicy'],
        message: `unhealthyPodEvictionPolicy is ${shown(policy)}; the API server refuses every value but IfHealthyBudget and AlwaysAllow`,
        fix: 'write unhealthyPodEvictionPolicy: AlwaysAllow or IfHealthyBudget',
        set: sets[0],
      });
    }
  },
};
