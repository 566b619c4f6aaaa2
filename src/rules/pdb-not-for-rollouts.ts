import { budgetViews } from './budget-view';
import { shown } from './json';
import type { Rule } from './rule';

export const pdbNotForRollouts: Rule = {
  id: 'pdb-not-for-rollouts',
  severity: 'warning',
  title: 'a PodDisruptionBudget selects the pods of one set',
  source: 'kubernetes#89820, kubernetes#91808, kubernetes#58146',
  all: (all, report) => {
    for (const { object, sets, others } of budgetViews(all)) {
      // Of one set that is rendered twice another rule speaks.
      if (new Set(sets.map(({ name }) => name)).size < 2 || others.length > 0) continue;
      const more = sets.length > 3 ? ` and ${sets.length - 3} more` : '';
      report({
        object,
        path: ['spec', 'selector'],
        message: `one budget selects the pods of StatefulSets ${sets.slice(0, 3).map(({ name }) => shown(name)).join(', ')}${more}: it limits evictions only, `
          + 'so rolling updates of the sets run at the same time and each takes a pod down',
        fix: 'give each set its own budget; if their members form one group, apply changes to one set after the other',
        set: sets[0],
      });
    }
  },
};
