import { budgetViews } from './budget-view';
import type { Rule } from './rule';

export const pdbUnhealthyPolicy: Rule = {
  id: 'pdb-unhealthy-policy',
  // No warning: the default that applies is the right one wherever an unready member may hold the last copy.
  severity: 'info',
  title: 'unhealthyPodEvictionPolicy is chosen',
  source: 'kubernetes v1.28.15 pkg/registry/core/pod/storage/eviction.go L234-L241; Azure/azure-service-operator#5677',
  all: (all, report) => {
    for (const { object, spec, sets: [set] } of budgetViews(all)) {
      if (!set || (spec.unhealthyPodEvictionPolicy ?? undefined) !== undefined) continue;
      report({
        object,
        path: ['spec', 'unhealthyPodEvictionPolicy'],
        message: 'unhealthyPodEvictionPolicy is missing, that is IfHealthyBudget: while too few pods are healthy a broken pod cannot be evicted, '
          + 'so its node cannot be drained',
        fix: 'write unhealthyPodEvictionPolicy: AlwaysAllow, or IfHealthyBudget where an unready member may hold the only copy of data',
        set,
      });
    }
  },
};
