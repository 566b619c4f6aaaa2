import { shown } from './json';
import type { Rule } from './rule';

/** The minor version from which `restartPolicy` of an init container is kept (gate SidecarContainers, beta and on). */
const SIDECAR_MINOR = 29;
/** The minor version that reads other values, which it drops unless a gate is on (ContainerRestartRules, alpha). */
const RULES_MINOR = 34;
/** The minor version from which an init container may have every restart policy. */
const EVERY_MINOR = 35;

export const sidecarMinVersion: Rule = {
  id: 'sidecar-min-version',
  severity: 'error',
  title: `an init container has a restartPolicy that the version keeps: Always from Kubernetes 1.${SIDECAR_MINOR} on, others from 1.${EVERY_MINOR} on`,
  source: 'kubernetes v1.28.15 and v1.34.12 pkg/features/kube_features.go (SidecarContainers, ContainerRestartRules), pkg/api/pod/util.go (dropDisabledFields, dropContainerRestartRules); '
    + 'v1.31.14 pkg/apis/core/validation/validation.go L3122 (validateInitContainerRestartPolicy); run of v1.28.15 and v1.36.3',
  set: (set, report, { minor }) => {
    for (const { container, path, init, sidecar } of set.containers) {
      const given = container.restartPolicy;
      if (!init || typeof given !== 'string') continue;
      const flaw = sidecar ? ofSidecar(minor) : ofOthers(minor);
      if (!flaw) continue;
      report({
        object: set.object,
        path: [...path, 'restartPolicy'],
        severity: flaw.dropped ? 'warning' : undefined,
        message: `restartPolicy ${shown(given)} stands on container ${shown(container.name)}; ${flaw.outcome}`,
        fix: flaw.fix,
      });
    }
  },
};

interface Flaw {
  readonly outcome: string;
  readonly fix: string;
  /** Whether the pod runs all the same. */
  readonly dropped?: boolean;
}

function ofSidecar(minor: number): Flaw | undefined {
  return minor >= SIDECAR_MINOR ? undefined : {
    outcome: `Kubernetes 1.${minor} drops the field without a word, so the pod waits for this container to end and never gets past it`,
    fix: `move the container to containers, or target Kubernetes 1.${SIDECAR_MINOR} or later`,
  };
}

function ofOthers(minor: number): Flaw | undefined {
  if (minor >= EVERY_MINOR) return undefined;
  if (minor < SIDECAR_MINOR || minor === RULES_MINOR) {
    return {
      outcome: `Kubernetes 1.${minor} drops the field without a word, and the container is an init container like others`,
      fix: `remove it, or target Kubernetes 1.${EVERY_MINOR} or later`,
      dropped: true,
    };
  }
  return {
    outcome: `an init container takes Always only before 1.${RULES_MINOR}, and the pod cannot be created`,
    fix: 'write restartPolicy: Always for a sidecar, or remove it',
  };
}
