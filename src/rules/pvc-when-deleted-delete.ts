import { map } from './json';
import type { Rule } from './rule';

export const pvcWhenDeletedDelete: Rule = {
  id: 'pvc-when-deleted-delete',
  severity: 'warning',
  title: 'claims outlive the set',
  source: 'kubernetes v1.36.3 pkg/controller/statefulset/stateful_set_utils.go L246, L307',
  set: (set, report) => {
    if (map(set.spec.persistentVolumeClaimRetentionPolicy).whenDeleted !== 'Delete' || set.claims.length === 0) return;
    report({
      object: set.object,
      path: ['spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted'],
      message: 'whenDeleted is Delete: deleting the set deletes the data of all members, '
        + 'and every change of an immutable field needs the set deleted and created again',
      fix: 'whenDeleted: Retain, or acknowledge it and always delete with --cascade=orphan',
    });
  },
};
