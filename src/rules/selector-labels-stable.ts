import { map, shown } from './json';
import { isMoving } from './moving-labels';
import type { Rule } from './rule';
import { cleaned } from './workloads';
import { CONTROLLER_LABELS } from '../identity/labels';

/** `version: v1` mostly names a line that stays, and a branch has no number. */
function moves([key, value]: [key: string, value: unknown]): boolean {
  return isMoving(key) && (key === 'version' ? /[0-9]\.[0-9]/ : /[0-9]/).test(String(value));
}

export const selectorLabelsStable: Rule = {
  id: 'selector-labels-stable',
  severity: 'error',
  title: 'labels of a selector do not change from release to release',
  source: 'kubernetes v1.28.15 pkg/apis/apps/validation/validation.go L171 (ValidateStatefulSetUpdate): spec.selector cannot be changed; helm/charts#7803',
  set: (set, report) => {
    const { matchLabels } = cleaned(set.selector);
    for (const [key, value] of Object.entries(matchLabels).filter(moves)) {
      // No pod ever carries it as written: that is for another rule.
      if (CONTROLLER_LABELS.includes(key)) continue;
      report({
        object: set.object,
        path: ['spec', 'selector', 'matchLabels', key],
        message: `the selector asks for ${key}: ${shown(value)}; when a release changes it the API server refuses the whole update, as a selector cannot be changed`,
        fix: `select by labels that stay, such as app.kubernetes.io/name and app.kubernetes.io/instance, and keep ${key} on the pods alone; `
          + 'an applied set has to be deleted and created again for it',
      });
    }
    for (const [key, value] of Object.entries(map(map(set.service?.spec).selector)).filter(moves)) {
      // What the set itself asks for stays as long as the set.
      if (key in matchLabels) continue;
      report({
        object: set.service,
        path: ['spec', 'selector', key],
        severity: 'warning',
        message: `the governing Service asks for ${key}: ${shown(value)}; while a release is rolled out it loses the pods of one revision, and their names`,
        fix: `leave ${key} out of the selector`,
      });
    }
  },
};
