import { budgetViews } from './budget-view';
import { shown } from './json';
import { ALWAYS, type Rule } from './rule';

export const pdbOneField: Rule = {
  id: 'pdb-one-field',
  severity: 'error',
  title: 'a PodDisruptionBudget has minAvailable or maxUnavailable, not both',
  source: 'kubernetes v1.28.15 pkg/apis/policy/validation/validation.go L69',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const { object, spec, sets } of budgetViews(all)) {
      const [min, max] = [spec.minAvailable ?? undefined, spec.maxUnavailable ?? undefined];
      if (min === undefined || max === undefined) continue;
      report({
        object,
        path: ['spec'],
        message: `minAvailable is ${shown(min)} and maxUnavailable is ${shown(max)}; the API server refuses a budget with both`,
        fix: 'keep one of them, for most sets maxUnavailable: 1',
        set: sets[0],
      });
    }
  },
};
