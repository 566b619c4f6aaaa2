import { budgetViews, setsByNamespace } from './budget-view';
import { shown } from './json';
import type { Json, Rule } from './rule';
import { selectorFaults } from './selector-faults';
import type { SetView } from './set-view';
import { cleaned } from './workloads';

export const pdbSelectorMatches: Rule = {
  id: 'pdb-selector-matches',
  severity: 'error',
  title: 'a PodDisruptionBudget selects pods of its namespace',
  source: 'kubernetes v1.28.15 pkg/controller/disruption/disruption.go L710',
  all: (all, report, { closedWorld }) => {
    const sets = setsByNamespace(all);
    for (const { object, name, namespace, selector, everything, sets: own, others, elsewhere, meant } of budgetViews(all)) {
      const known = sets.get(namespace);
      if (!known || selector === undefined || everything || elsewhere || own.length + others.length > 0 || selectorFaults(selector).length > 0) continue;
      const like = meant ?? known[0];
      // What is copied from a set whose own template lacks it is no second mistake.
      if (known.some((set) => JSON.stringify(set.selector) === JSON.stringify(selector))) continue;
      const likely = meant !== undefined && (meant.name === name || resembles(selector, meant));
      report({
        object,
        path: ['spec', 'selector'],
        severity: 'error',
        // Unless it looks like a set's, it may be for a workload that is applied from elsewhere.
        outside: !likely,
        message: `the selector ${shown(selector)} matches no pod template of this namespace: the budget counts 0 pods and protects nothing`
          + (likely || closedWorld === true ? '' : ', unless its workload is in the cluster already'),
        fix: `copy the selector of the set, for StatefulSet ${shown(like.name)} ${shown(like.selector)}`,
        set: meant,
      });
    }
  },
};

/** Whether a selector asks for labels that the template of a set has, with other values or beside others. */
function resembles(selector: Json, { templateLabels }: SetView): boolean {
  const { matchLabels, matchExpressions } = cleaned(selector);
  return [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)].some((key) => key in templateLabels);
}
