import { budgetViews } from './budget-view';
import type { Rule } from './rule';

export const pdbSomeField: Rule = {
  id: 'pdb-some-field',
  severity: 'error',
  title: 'a PodDisruptionBudget has minAvailable or maxUnavailable',
  source: 'kubernetes v1.28.15 pkg/controller/disruption/disruption.go L784, L975',
  all: (all, report) => {
    for (const { object, spec, sets } of budgetViews(all)) {
      if ((spec.minAvailable ?? undefined) !== undefined || (spec.maxUnavailable ?? undefined) !== undefined) continue;
      report({
        object,
        path: ['spec'],
        message: 'neither minAvailable nor maxUnavailable is written: the budget blocks every eviction for ever, and every node drain with it',
        fix: 'write maxUnavailable: 1',
        set: sets[0],
      });
    }
  },
};
