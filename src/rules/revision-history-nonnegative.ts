import type { Rule } from './rule';

export const revisionHistoryNonnegative: Rule = {
  id: 'revision-history-nonnegative',
  severity: 'error',
  title: 'revisionHistoryLimit is 0 or more',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_control.go L198-L202; kubernetes#129018',
  set: ({ spec, object }, report, { minor }) => {
    const limit = spec.revisionHistoryLimit;
    if (typeof limit !== 'number' || limit >= 0) return;
    report({
      object,
      path: ['spec', 'revisionHistoryLimit'],
      message: `revisionHistoryLimit is ${limit}; ` + (minor < 33
        ? 'one such set crashes the kube-controller-manager of 1.28, and of later versions without the fix, for the whole cluster'
        : 'every revision is kept for ever'),
      fix: 'write revisionHistoryLimit: 10, or leave it out',
    });
  },
};
