import type { Rule } from './rule';

export const revisionHistoryZero: Rule = {
  id: 'revision-history-zero',
  severity: 'warning',
  title: 'revisionHistoryLimit keeps a revision to roll back to',
  source: 'inferred from kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_control.go truncateHistory',
  set: ({ spec, object }, report) => {
    if (spec.revisionHistoryLimit !== 0) return;
    report({
      object,
      path: ['spec', 'revisionHistoryLimit'],
      message: 'revisionHistoryLimit is 0: no earlier revision is kept, so kubectl rollout undo has nothing to go back to',
      fix: 'write revisionHistoryLimit: 2 or more, or leave it out (10)',
    });
  },
};
