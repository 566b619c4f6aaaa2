import { shown } from './json';
import type { Rule } from './rule';
import { cleaned } from './workloads';
import { CONTROLLER_LABELS } from '../identity/labels';

export const templateReservedLabels: Rule = {
  id: 'template-reserved-labels',
  severity: 'warning',
  title: 'the pod template sets no label that the controller writes itself',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go L448',
  set: ({ object, selector, templateLabels }, report) => {
    const { matchLabels, matchExpressions } = cleaned(selector);
    for (const key of CONTROLLER_LABELS) {
      // In the selector too, it is an error, and another rule says so.
      if (!(key in templateLabels) || key in (matchLabels) || matchExpressions.some((e) => e.key === key)) continue;
      report({
        object,
        path: ['spec', 'template', 'metadata', 'labels', key],
        message: `the template sets ${shown(key)} to ${shown(templateLabels[key])}; the controller overwrites it on every pod, `
          + 'so a Service or PodDisruptionBudget that selects this value matches nothing',
        fix: `drop ${shown(key)} from the template labels`,
      });
    }
  },
};
