import { type BudgetView, budgetViews } from './budget-view';
import { shown, text } from './json';
import type { Rule } from './rule';

/** Whether the controller asks the owners of the pods for their scale: an integer minAvailable needs none. */
export function dependsOnOwners({ spec }: BudgetView): boolean {
  return (spec.maxUnavailable ?? undefined) !== undefined || typeof spec.minAvailable === 'string';
}

export const pdbUnmanagedPods: Rule = {
  id: 'pdb-unmanaged-pods',
  severity: 'warning',
  title: 'a PodDisruptionBudget with maxUnavailable or a percentage selects no bare pod',
  source: 'kubernetes v1.28.15 pkg/controller/disruption/disruption.go L721, L876',
  all: (all, report) => {
    for (const budget of budgetViews(all)) {
      const pod = dependsOnOwners(budget) ? budget.others.find(({ bare }) => bare) : undefined;
      if (!pod) continue;
      report({
        object: budget.object,
        path: ['spec', 'selector'],
        message: `the selector ${shown(budget.selector)} matches Pod ${shown(text(pod.object.metadata?.name) ?? '')}, which no controller owns: `
          + 'maxUnavailable and percentages are counted from the scale of the owners, so the budget counts wrong',
        fix: 'select a label that the bare pod does not carry, or write an integer minAvailable',
        set: budget.sets[0],
      });
    }
  },
};
