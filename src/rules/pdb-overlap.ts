import { type BudgetView, budgetViews } from './budget-view';
import { shown } from './json';
import type { Rule } from './rule';
import type { SetView } from './set-view';

export const pdbOverlap: Rule = {
  id: 'pdb-overlap',
  severity: 'error',
  title: 'at most one PodDisruptionBudget selects a pod',
  source: 'kubernetes v1.28.15 pkg/registry/core/pod/storage/eviction.go L218, pkg/controller/disruption/disruption.go L587; kubernetes#75957',
  all: (all, report) => {
    const bySet = new Map<SetView, BudgetView[]>();
    for (const budget of budgetViews(all)) {
      for (const set of budget.sets) {
        const found = bySet.get(set);
        if (found) found.push(budget);
        else bySet.set(set, [budget]);
      }
    }
    // Of two sets with one name, which is a finding of its own, the second has nothing to add.
    const told = new Set<string>();
    for (const [set, budgets] of bySet) {
      const key = `${set.namespace}/${set.name}`;
      if (budgets.length < 2 || told.has(key)) continue;
      told.add(key);
      const more = budgets.length > 3 ? ` and ${budgets.length - 3} more` : '';
      report({
        object: budgets[1].object,
        path: ['spec', 'selector'],
        message: `budgets ${budgets.slice(0, 3).map(({ name }) => shown(name)).join(', ')}${more} all select the pods of StatefulSet ${shown(set.name)}: `
          + 'the API server answers every eviction of them with an internal error, so node drains hang',
        fix: `keep one budget for StatefulSet ${shown(set.name)}`,
        set,
      });
    }
  },
};
