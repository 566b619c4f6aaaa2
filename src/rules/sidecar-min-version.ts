import { shown } from './json';
import type { Rule } from './rule';

/** The minor version from which `restartPolicy` of an init container is kept (gate SidecarContainers, beta and on). */
const SIDECAR_MINOR = 29;
/** The minor version from which the set is validated, not its pods alone. */
const TEMPLATE_MINOR = 34;

export const sidecarMinVersion: Rule = {
  id: 'sidecar-min-version',
  severity: 'error',
  title: `an init container with a restartPolicy has Always, from Kubernetes 1.${SIDECAR_MINOR} on`,
  source: 'kubernetes v1.28.15 pkg/features/kube_features.go (SidecarContainers: alpha, off), pkg/api/pod/util.go (dropDisabledFields)',
  set: (set, report, { minor }) => {
    for (const { container, path, init, sidecar } of set.containers) {
      const given = container.restartPolicy;
      if (!init || typeof given !== 'string') continue;
      const flaw = flawOf(sidecar, minor);
      if (!flaw) continue;
      const [outcome, fix, rejected] = flaw;
      report({
        object: set.object,
        path: [...path, 'restartPolicy'],
        rejected,
        message: `restartPolicy ${shown(given)} stands on container ${shown(container.name)}${outcome}`,
        fix,
      });
    }
  },
};

type Flaw = readonly [outcome: string, fix: string, rejected: boolean];

function flawOf(sidecar: boolean, minor: number): Flaw | undefined {
  if (minor < SIDECAR_MINOR) {
    return [
      `; Kubernetes 1.${minor} drops the field without a word, so the pod waits for this container to end and never gets past it`,
      `move the container to containers, or target Kubernetes 1.${SIDECAR_MINOR} or later`,
      false,
    ];
  }
  if (sidecar) return undefined;
  return ['; an init container takes Always only, and the pod cannot be created', 'write restartPolicy: Always for a sidecar, or remove it', minor >= TEMPLATE_MINOR];
}
