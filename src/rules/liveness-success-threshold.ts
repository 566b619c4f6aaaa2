import { shown } from './json';
import { probesOf } from './probes';
import { Rule, since } from './rule';

export const livenessSuccessThreshold: Rule = {
  id: 'liveness-success-threshold',
  severity: 'error',
  title: 'successThreshold of a liveness or startup probe is 1',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go (validateLivenessProbe), run on 1.28.15 and 1.36.3',
  rejected: since(34),
  set: (set, report) => {
    for (const holder of set.containers.filter(({ init, sidecar }) => !init || sidecar)) {
      for (const { kind, probe: { successThreshold: given }, path } of probesOf(holder)) {
        // Zero stands for the default, which is 1.
        if (kind === 'readinessProbe' || given === undefined || given === null || given === 0 || given === 1) continue;
        report({
          object: set.object,
          path: [...path, 'successThreshold'],
          message: `${kind} of container ${shown(holder.container.name)} has successThreshold ${shown(given)}; the pod cannot be created`,
          fix: 'successThreshold: 1, or leave it out',
        });
      }
    }
  },
};
