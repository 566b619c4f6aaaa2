import { shown } from './json';
import type { FieldPath, Rule } from './rule';
import { cleaned } from './workloads';
import { CONTROLLER_LABELS } from '../identity/labels';

export const selectorReservedLabels: Rule = {
  id: 'selector-reserved-labels',
  severity: 'error',
  title: 'spec.selector uses no label that the controller writes itself',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go L448',
  set: ({ object, selector }, report) => {
    const { matchLabels, matchExpressions } = cleaned(selector);
    const used: Array<[string, FieldPath]> = [
      ...Object.keys(matchLabels).map((key): [string, FieldPath] => [key, ['matchLabels', key]]),
      ...matchExpressions.map(({ key }, i): [string, FieldPath] => [key, ['matchExpressions', i]]),
    ];
    for (const [key, path] of used) {
      if (!CONTROLLER_LABELS.includes(key)) continue;
      report({
        object,
        path: ['spec', 'selector', ...path],
        message: `the selector uses ${shown(key)}; the controller writes its own value there, the pod stops matching, is given up without an event `
          + 'and blocks its own name from then on',
        fix: `drop ${shown(key)} from the selector and the template; an applied set has to be deleted and created again, because spec.selector is immutable`,
      });
    }
  },
};
