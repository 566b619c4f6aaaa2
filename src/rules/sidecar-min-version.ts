import { shown } from './json';
import type { Rule } from './rule';

/** The minor version from which `restartPolicy` of an init container is kept (gate SidecarContainers, beta and on). */
const SIDECAR_MINOR = 29;

export const sidecarMinVersion: Rule = {
  id: 'sidecar-min-version',
  severity: 'error',
  title: `an init container with a restartPolicy has Always, from Kubernetes 1.${SIDECAR_MINOR} on`,
  source: 'kubernetes v1.28.15 pkg/features/kube_features.go (SidecarContainers: alpha, off), pkg/api/pod/util.go (dropDisabledFields)',
  set: (set, report, { minor }) => {
    for (const { container, path, init, sidecar } of set.containers) {
      const given = container.restartPolicy;
      const kept = minor >= SIDECAR_MINOR;
      if (given === undefined || given === null || (init && sidecar && kept)) continue;
      const main = `restartPolicy ${shown(given)} stands on container ${shown(container.name)}`;
      report({
        object: set.object,
        path: [...path, 'restartPolicy'],
        // Main containers may have one from 1.34 on, behind a gate.
        severity: init ? 'error' : 'warning',
        rejected: init && !sidecar && minor >= 34,
        message: !init ? `${main}, which is no init container; the field is dropped or the pod refused`
          : !kept ? `${main}; Kubernetes 1.${minor} drops the field without a word, so the pod waits for this container to end and never gets past it`
            : `${main}; an init container takes Always only, and the pod cannot be created`,
        fix: !init ? 'remove it: containers of a StatefulSet are always restarted' : kept ? 'write restartPolicy: Always for a sidecar, or remove it'
          : `move the container to containers, or target Kubernetes 1.${SIDECAR_MINOR} or later`,
      });
    }
  },
};
