import { shown } from './json';
import type { Rule } from './rule';
import { isMaxUnavailable, rollingUpdate, rolls, takesQuorum } from './update-strategy';

export const maxUnavailableGated: Rule = {
  id: 'max-unavailable-gated',
  severity: 'warning',
  title: 'a rolling update does not rely on maxUnavailable before Kubernetes 1.37',
  source: 'kubernetes v1.28.15 pkg/registry/apps/statefulset/strategy.go dropStatefulSetDisabledFields; kubernetes#137904, kubernetes#139466',
  set: (set, report, { minor }) => {
    const given = rollingUpdate(set).maxUnavailable ?? undefined;
    if (!isMaxUnavailable(given) || minor > 36 || !rolls(set) || takesQuorum(set, minor)) return;
    const off = minor === 35 ? 'from 1.35.4 on the API server of 1.35' : `the API server of 1.${minor}`;
    report({
      object: set.object,
      path: ['spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable'],
      message: `maxUnavailable is ${shown(given)}, but ${off} drops the field without a word unless the feature gate `
        + 'MaxUnavailableStatefulSet is on: the update takes one pod at a time',
      fix: 'leave maxUnavailable out, or target Kubernetes 1.37 or later',
    });
  },
};
