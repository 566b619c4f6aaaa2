import { isBeta } from './api-version-served';
import { shown, text } from './json';
import { ALWAYS, type Rule } from './rule';
import { isEmptySelector } from './selector';
import { cleaned } from './workloads';

export const selectorNotEmpty: Rule = {
  id: 'selector-not-empty',
  severity: 'error',
  title: 'spec.selector is present and not empty',
  source: 'kubernetes v1.28.15 pkg/apis/apps/validation/validation.go L142',
  rejected: ALWAYS,
  set: ({ object, spec, templateLabels }, report) => {
    // Of such a version another rule says that it is gone, and what to write with the next.
    if (isBeta(object) || !isEmptySelector(cleaned(spec.selector))) return;
    report({
      object,
      path: ['spec', 'selector'],
      message: `spec.selector holds ${shown(spec.selector)}; the API server refuses a set that says not which pods are its own`,
      fix: Object.keys(templateLabels).length > 0 ? `write the labels that only this set's pods have: selector: ${shown({ matchLabels: templateLabels })}`
        : `write labels that only this set's pods have, here and below template.metadata.labels: selector: ${shown({ matchLabels: { app: text(object.metadata?.name) || '<name>' } })}`,
    });
  },
};
