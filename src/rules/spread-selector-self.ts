import { list, shown } from './json';
import type { ObjectSet } from './object-set';
import type { Rule } from './rule';
import { selects } from './selector';
import type { SetView } from './set-view';
import { type SpreadTerm, antiAffinityTerms, isSelector, spreadConstraints, spreadsItself } from './spread-terms';
import { cleaned, workloadsOf } from './workloads';
import { CONTROLLER_LABELS } from '../identity/labels';

export const spreadSelectorSelf: Rule = {
  id: 'spread-selector-self',
  severity: 'error',
  title: 'what spreads the pods of a set selects the pods of that set',
  source: 'kubernetes v1.28.15 pkg/scheduler/framework/plugins/podtopologyspread/common.go L151-L166 (countPodsMatchSelector); v1.36.3 pkg/api/pod/warnings.go',
  all: (all, report) => {
    for (const set of all.sets) {
      // A template without the labels of its own set is told so, and what is copied from the set is no second mistake.
      if (set.selector !== undefined && !selects(cleaned(set.selector), set.templateLabels)) continue;
      const constraints = spreadConstraints(set);
      const own = [...constraints, ...antiAffinityTerms(set)].some((term) => spreadsItself(set, term));
      const missed = [
        ...constraints.filter((term) => !spreadsItself(set, term) || countsNothing(set, term)),
        ...own ? [] : antiAffinityTerms(set).filter((term) => isMistake(all, set, term)),
      ];
      for (const { term, path } of missed) {
        const given = term.labelSelector;
        report({
          object: set.object,
          path: [...path, 'labelSelector'],
          message: `labelSelector is ${given ? shown(given) : 'missing'}, ${reading(set, given)}: `
            + 'the pods of this set are not counted, so all of them may run on one node',
          fix: `write labelSelector: { matchLabels: ${shown(set.selector?.matchLabels ?? set.templateLabels)} }`,
          set,
        });
      }
    }
  },
};

/** What the pods have to do with a selector that misses them. */
function reading(set: SetView, given: unknown): string {
  if (!isSelector(given)) return 'which selects no pod';
  return isEmpty(given) ? 'and a constraint counts no pod for an empty selector' : `the pods carry ${shown(set.templateLabels)}`;
}

/** The scheduler counts no pod for an empty selector, though elsewhere it selects all; a label of matchLabelKeys fills it. */
function countsNothing({ templateLabels }: SetView, { term }: SpreadTerm): boolean {
  return isEmpty(term.labelSelector) && !list(term.matchLabelKeys).some((key) => key in templateLabels || CONTROLLER_LABELS.includes(key));
}

function isEmpty(selector: unknown): boolean {
  const { matchLabels, matchExpressions } = cleaned(selector);
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

/** To keep away from another workload is legal: a mistake looks like the set itself and selects nothing else that is known. */
function isMistake(all: ObjectSet, set: SetView, { term }: SpreadTerm): boolean {
  if (term.namespaces || term.namespaceSelector || term.mismatchLabelKeys) return false;
  if (!isSelector(term.labelSelector)) return true;
  const { matchLabels, matchExpressions } = cleaned(term.labelSelector);
  const listed = matchExpressions.filter(({ operator }) => operator === 'In').flatMap(({ key, values }) => list(values).map((value) => [String(key), value] as const));
  const labels = [...Object.entries(matchLabels), ...listed];
  const values = new Set([set.name, ...Object.values(set.templateLabels)].map(String));
  const alike = labels.length > 0 && (labels.every(([key]) => key in set.templateLabels) || labels.some(([, value]) => values.has(String(value))));
  return alike && workloadsOf(all).selectedBy(set.namespace, term.labelSelector).length === 0;
}
