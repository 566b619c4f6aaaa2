import { budgetViews } from './budget-view';
import { shown, text } from './json';
import { dependsOnOwners } from './pdb-unmanaged-pods';
import { isHook, isParked } from './rivals';
import type { Rule } from './rule';
import type { Workload } from './workloads';

export const pdbSelectorExact: Rule = {
  id: 'pdb-selector-exact',
  severity: 'error',
  title: 'a PodDisruptionBudget that selects the pods of a set selects no others',
  source: 'kubernetes v1.36.3 pkg/controller/disruption/disruption.go L855',
  all: (all, report) => {
    for (const budget of budgetViews(all)) {
      const { object, selector, sets: [set], others } = budget;
      const foreign = dependsOnOwners(budget) ? others.filter(({ bare }) => !bare) : others;
      if (!set || foreign.length === 0) continue;
      report({
        object,
        path: ['spec', 'selector'],
        severity: foreign.every((other) => isParked(other) || isHook(other)) ? 'warning' : 'error',
        message: `the selector ${shown(selector)} matches the pods of StatefulSet ${shown(set.name)} and of ${named(foreign)}: `
          + 'the budget counts them together, so healthy pods of one let members of the other go',
        fix: 'select a label that only the pods of the set carry, and give the other workload its own budget',
        set,
      });
    }
  },
};

function named(workloads: readonly Workload[]): string {
  const names = workloads.slice(0, 3).map(({ object }) => `${object.kind} ${shown(text(object.metadata?.name) ?? '')}`).join(', ');
  return workloads.length > 3 ? `${names} and ${workloads.length - 3} more` : names;
}
