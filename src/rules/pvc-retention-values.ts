import { map, shown } from './json';
import { ALWAYS, Rule } from './rule';

export const pvcRetentionValues: Rule = {
  id: 'pvc-retention-values',
  severity: 'error',
  title: 'whenDeleted and whenScaled are Retain or Delete',
  source: 'kubernetes v1.28.15 pkg/apis/apps/validation/validation.go L70',
  rejected: ALWAYS,
  set: (set, report) => {
    const policy = map(set.spec.persistentVolumeClaimRetentionPolicy);
    for (const field of ['whenDeleted', 'whenScaled']) {
      const value = policy[field];
      // The API server fills in an empty one.
      if (!value || value === 'Retain' || value === 'Delete') continue;
      report({
        object: set.object,
        path: ['spec', 'persistentVolumeClaimRetentionPolicy', field],
        message: `${field} is ${shown(value)}, which the API server refuses`,
        fix: `${field}: ${String(value).toLowerCase() === 'delete' ? 'Delete' : 'Retain'}`,
      });
    }
  },
};
