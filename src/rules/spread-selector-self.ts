import { list, shown } from './json';
import type { ObjectSet } from './object-set';
import type { Json, Problem, Rule } from './rule';
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
      const constraints = spreadConstraints(set).filter((term) => !spreadsItself(set, term) || countsNothing(set, term));
      const own = [...spreadConstraints(set), ...antiAffinityTerms(set)].some((term) => spreadsItself(set, term));
      const missed = [...constraints, ...own ? [] : antiAffinityTerms(set).filter((term) => isMistake(all, set, term))];
      for (const missing of missed) {
        const given = missing.term.labelSelector;
        const { severity, outside } = verdict(all, set, missing);
        report({
          object: set.object,
          path: [...missing.path, 'labelSelector'],
          severity,
          outside,
          message: `labelSelector is ${given ? shown(given) : 'missing'}, ${reading(set, given)}: `
            + 'the pods of this set are not counted, so all of them may run on one node',
          fix: `write labelSelector: { matchLabels: ${shown(set.selector?.matchLabels ?? set.templateLabels)} }`,
          set,
        });
      }
    }
  },
};

/** An error where it was meant for the set itself; pods of other labels may be outside, or are those of a workload that is known. */
function verdict(all: ObjectSet, set: SetView, { term: { labelSelector } }: SpreadTerm): Pick<Problem, 'severity' | 'outside'> {
  if (!isSelector(labelSelector) || isEmpty(labelSelector)) return {};
  if (workloadsOf(all).selectedBy(set.namespace, labelSelector).length > 0) return { severity: 'warning' };
  return valuesOf(labelSelector).every(isOwn(set)) ? {} : { outside: true };
}

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
  const labels = valuesOf(term.labelSelector);
  const alike = labels.length > 0 && (labels.every(([key]) => key in set.templateLabels) || labels.some(isOwn(set)));
  return alike && workloadsOf(all).selectedBy(set.namespace, term.labelSelector).length === 0;
}

/** The keys and values that a selector asks for. */
function valuesOf(selector: Json): Array<readonly [key: string, value: string]> {
  const { matchLabels, matchExpressions } = cleaned(selector);
  const listed = matchExpressions.filter(({ operator }) => operator === 'In').flatMap(({ key, values }) => values.map((value) => [key, String(value)] as const));
  return [...Object.entries(matchLabels).map(([key, value]) => [key, String(value)] as const), ...listed];
}

/** Whether a value names the set, under whatever key: by its name or by what tells its pods from others. */
function isOwn(set: SetView): (label: readonly [key: string, value: string]) => boolean {
  const values = new Set([set.name, ...Object.values(cleaned(set.selector).matchLabels).map(String)]);
  return ([, value]) => values.has(value);
}
