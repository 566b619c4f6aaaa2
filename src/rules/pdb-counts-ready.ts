import { budgetViews } from './budget-view';
import type { Rule } from './rule';

export const pdbCountsReady: Rule = {
  id: 'pdb-counts-ready',
  // No warning: both fields are right as they stand, and what they mean together is all there is to say.
  severity: 'info',
  title: 'readiness, not minReadySeconds, tells a drain that a member has caught up',
  source: 'kubernetes v1.28.15 pkg/controller/disruption/disruption.go L900',
  all: (all, report) => {
    const protectedSets = new Set(budgetViews(all).flatMap(({ sets }) => sets));
    for (const set of protectedSets) {
      const seconds = set.spec.minReadySeconds;
      if (typeof seconds !== 'number' || seconds <= 0) continue;
      report({
        object: set.object,
        path: ['spec', 'minReadySeconds'],
        message: `minReadySeconds is ${seconds}, but a PodDisruptionBudget counts pods that are ready: a drain evicts the next member `
          + 'as soon as the last one is ready',
        fix: 'let the readiness probe fail until the member has caught up',
        set,
      });
    }
  },
};
