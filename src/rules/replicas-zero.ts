import type { Rule } from './rule';

export const replicasZero: Rule = {
  id: 'replicas-zero',
  severity: 'warning',
  title: 'a set runs at least one pod, unless it is parked on purpose',
  source: 'kubernetes v1.28.15 pkg/apis/apps/validation/validation.go: replicas may be 0',
  set: ({ object, spec }, report) => {
    if (spec.replicas !== 0) return;
    report({
      object,
      path: ['spec', 'replicas'],
      message: 'replicas is 0: no pod runs and no name resolves; existing claims stay',
      fix: 'write the number of members, or acknowledge that the set is parked',
    });
  },
};
