import { budgetViews } from './budget-view';
import type { Rule } from './rule';

export const pdbSomeField: Rule = {
  id: 'pdb-some-field',
  severity: 'error',
  title: 'a PodDisruptionBudget has minAvailable or maxUnavailable',
  source: 'kubernetes v1.28.15 pkg/controller/disruption/disruption.go L784, L975',
  all: (all, report) => {
    for (const { object, spec, sets, others, everything } of budgetViews(all)) {
      if ((spec.minAvailable ?? undefined) !== undefined || (spec.maxUnavailable ?? undefined) !== undefined) continue;
      const selects = everything || sets.length + others.length > 0;
      report({
        object,
        path: ['spec'],
        // What selects nothing protects nothing either, which other rules say: both are true one after the other.
        message: `neither minAvailable nor maxUnavailable is written: ${selects ? 'the budget blocks every eviction for ever' : 'once the budget selects pods it blocks every eviction of them'}, `
          + 'and every node drain with it',
        fix: 'write maxUnavailable: 1',
        set: sets[0],
      });
    }
  },
};
