import { map } from './json';
import { ALWAYS, type FieldPath, type Json, type Report, type Rule } from './rule';
import { type SelectorFault, labelFaults, selectorFaults } from './selector-faults';
import { serviceViews } from './services';
import { antiAffinityTerms, spreadConstraints } from './spread-terms';

/** From this minor version on the pod template is validated with the set. */
const TEMPLATE_MINOR = 34;

export const selectorValid: Rule = {
  id: 'selector-valid',
  severity: 'error',
  title: 'a selector asks for labels that can exist, by operators that exist, with the values that they need',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go (ValidateLabelSelectorRequirement)',
  rejected: ALWAYS,
  set: (set, report, { minor }) => {
    tell(set.object, selectorFaults(set.spec.selector), ['spec', 'selector'], 'the API server refuses the set', report);
    for (const { term, path } of [...spreadConstraints(set), ...antiAffinityTerms(set)]) {
      tell(set.object, selectorFaults(term.labelSelector), [...path, 'labelSelector'], 'the pod cannot be created', report, minor >= TEMPLATE_MINOR);
    }
  },
  all: (all, report) => {
    for (const { service, spec, set } of serviceViews(all)) {
      tell(service, labelFaults(spec.selector), ['spec', 'selector'], 'the API server refuses the Service', (problem) => report({ ...problem, set }));
    }
    for (const budget of all.budgets) tell(budget, selectorFaults(map(budget.spec).selector), ['spec', 'selector'], 'the API server refuses the budget', report);
  },
};

function tell(object: Json, faults: readonly SelectorFault[], at: FieldPath, outcome: string, report: Report, rejected?: boolean): void {
  for (const { path, message, fix } of faults) report({ object, path: [...at, ...path], message: `${message}; ${outcome}`, fix, rejected });
}
