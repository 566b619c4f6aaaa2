import { budgetViews } from './budget-view';
import type { Rule } from './rule';
import { fewest } from './scale';

export const pdbPresent: Rule = {
  id: 'pdb-present',
  severity: 'warning',
  title: 'a set of more than one replica has a PodDisruptionBudget',
  source: 'kubernetes v1.28.15 pkg/registry/core/pod/storage/eviction.go; kube-score statefulset-has-poddisruptionbudget',
  all: (all, report) => {
    const budgets = budgetViews(all);
    const covered = new Set(budgets.flatMap(({ sets, meant }) => [...sets, ...meant ? [meant] : []]));
    const namespaces = new Set(budgets.filter(({ everything }) => everything).map(({ namespace }) => namespace));
    for (const set of all.sets) {
      const replicas = fewest(set);
      if (replicas < 2 || covered.has(set) || namespaces.has(set.namespace)) continue;
      report({
        object: set.object,
        path: ['spec', 'replicas'],
        message: `no PodDisruptionBudget selects the ${replicas} pods: drains of several nodes may evict every member at once`,
        fix: 'add a PodDisruptionBudget of this namespace with the selector of the set and maxUnavailable: 1',
        set,
      });
    }
  },
};
