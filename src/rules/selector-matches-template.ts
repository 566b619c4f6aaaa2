import { shown } from './json';
import { ALWAYS, type Rule } from './rule';
import { isEmptySelector, selects } from './selector';
import { selectorFaults } from './selector-faults';
import { cleaned } from './workloads';

export const selectorMatchesTemplate: Rule = {
  id: 'selector-matches-template',
  severity: 'error',
  title: 'spec.selector matches the labels of the pod template',
  source: 'kubernetes v1.28.15 pkg/apis/apps/validation/validation.go L56',
  rejected: ALWAYS,
  set: ({ object, selector, templateLabels }, report) => {
    const readable = cleaned(selector);
    // A selector that cannot be read has a rule of its own.
    if (isEmptySelector(readable) || selects(readable, templateLabels) || selectorFaults(selector).length > 0) return;
    report({
      object,
      path: ['spec', 'selector'],
      message: `${shown(selector)} does not match the template labels ${shown(templateLabels)}; the API server refuses the set`,
      fix: readable.matchExpressions.length
        ? 'write template labels that meet every label and expression of the selector'
        : `add ${shown(readable.matchLabels)} to spec.template.metadata.labels`,
    });
  },
};
