import { shown } from './json';
import type { ObjectSet } from './object-set';
import type { Rule } from './rule';
import type { SetView } from './set-view';
import { type SpreadTerm, antiAffinityTerms, isSelector, spreadConstraints, spreadsItself } from './spread-terms';
import { cleaned, workloadsOf } from './workloads';

export const spreadSelectorSelf: Rule = {
  id: 'spread-selector-self',
  severity: 'error',
  title: 'what spreads the pods of a set selects the pods of that set',
  source: 'kubernetes v1.36.3 pkg/api/pod/warnings.go',
  all: (all, report) => {
    for (const set of all.sets) {
      const constraints = spreadConstraints(set);
      const own = [...constraints, ...antiAffinityTerms(set)].some((term) => spreadsItself(set, term));
      const missed = [
        ...constraints.filter((term) => !spreadsItself(set, term)),
        ...own ? [] : antiAffinityTerms(set).filter((term) => isMistake(all, set, term)),
      ];
      for (const { term, path } of missed) {
        const given = term.labelSelector;
        report({
          object: set.object,
          path: [...path, 'labelSelector'],
          message: `labelSelector is ${given ? shown(given) : 'missing'}, ${isSelector(given) ? `the pods carry ${shown(set.templateLabels)}` : 'which selects no pod'}: `
            + 'the pods of this set are not counted, so all of them may run on one node',
          fix: `write labelSelector: { matchLabels: ${shown(set.selector?.matchLabels ?? set.templateLabels)} }`,
          set,
        });
      }
    }
  },
};

/** To keep away from another workload is legal: a mistake looks like the set itself and selects nothing else that is known. */
function isMistake(all: ObjectSet, set: SetView, { term }: SpreadTerm): boolean {
  if (term.namespaces || term.namespaceSelector || term.mismatchLabelKeys) return false;
  if (!isSelector(term.labelSelector)) return true;
  const { matchLabels } = cleaned(term.labelSelector);
  const labels = Object.entries(matchLabels);
  const values = new Set([set.name, ...Object.values(set.templateLabels)].map(String));
  const alike = labels.length > 0 && (labels.every(([key]) => key in set.templateLabels) || labels.some(([, value]) => values.has(String(value))));
  return alike && workloadsOf(all).selectedBy(set.namespace, term.labelSelector).length === 0;
}
