import { map } from './json';
import type { Rule } from './rule';

export const pvcWhenScaledDelete: Rule = {
  id: 'pvc-when-scaled-delete',
  severity: 'warning',
  title: 'claims outlive a scale-down',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go L310',
  set: (set, report) => {
    if (map(set.spec.persistentVolumeClaimRetentionPolicy).whenScaled !== 'Delete' || set.claims.length === 0) return;
    report({
      object: set.object,
      path: ['spec', 'persistentVolumeClaimRetentionPolicy', 'whenScaled'],
      severity: set.autoscaler ? 'error' : 'warning',
      message: 'whenScaled is Delete: every scale-down, a change of ordinals.start or a lost replicas field deletes the data of the members it removes'
        + (set.autoscaler ? ', and the HorizontalPodAutoscaler of this set scales it down by itself' : ''),
      fix: 'whenScaled: Retain, and delete the claims of removed members by hand',
    });
  },
};
