import { map } from './json';
import type { Rule } from './rule';

export const onDeleteManual: Rule = {
  id: 'on-delete-manual',
  // No warning: somebody wrote OnDelete, and operators that do so delete the pods themselves.
  severity: 'info',
  title: 'somebody deletes the pods of a set that is updated OnDelete',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_control.go L659',
  set: ({ spec, object }, report) => {
    if (map(spec.updateStrategy).type !== 'OnDelete') return;
    report({
      object,
      path: ['spec', 'updateStrategy', 'type'],
      message: 'type is OnDelete: a changed template reaches a pod only when that pod is deleted, so a crash in between leaves members of two revisions',
      fix: 'delete the pods one at a time after each change (an operator may do it), or write type: RollingUpdate',
    });
  },
};
