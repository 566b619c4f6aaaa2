import { map, shown, text } from './json';
import type { Rule } from './rule';

/** Fields that no other kind of apps/v1 has. */
const FIELDS = ['serviceName', 'volumeClaimTemplates', 'podManagementPolicy', 'ordinals', 'persistentVolumeClaimRetentionPolicy'];

export const statefulSetKind: Rule = {
  id: 'stateful-set-kind',
  severity: 'error',
  title: 'what has the fields of a StatefulSet is one, and says of which apiVersion',
  source: 'kubernetes v1.28.15: a Deployment with serviceName is accepted, and the field dropped (run); k8s.io/kubectl v0.28.15 pkg/validation/validation.go (apiVersion not set)',
  all: (all, report) => {
    for (const object of all.objects) {
      if (object?.kind === 'StatefulSet' && (object.apiVersion ?? '') === '') {
        report({ object, path: ['apiVersion'], message: 'apiVersion is missing; kubectl does not know what this is, and nothing is created', fix: 'write apiVersion: apps/v1' });
      }
      if (!text(object?.apiVersion)?.startsWith('apps/') || object.kind === 'StatefulSet') continue;
      const field = FIELDS.find((name) => (map(object.spec)[name] ?? undefined) !== undefined);
      if (field === undefined) continue;
      report({
        object,
        path: ['kind'],
        message: `kind is ${shown(object.kind)} with spec.${field}, which only a StatefulSet has; the field is dropped or the object refused, `
          + 'so the pods get no names and no claims of their own',
        fix: `write kind: StatefulSet, or leave spec.${field} out`,
      });
    }
  },
};
