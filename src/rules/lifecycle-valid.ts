import { map, shown } from './json';
import { type Rule, since } from './rule';
import { integer } from './scale';

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'sleep'];
/** The minor version whose API server keeps `sleep`; a preStop hook with it has a rule of its own. */
const SLEEP = 30;
/** The minor version whose API server keeps `restartPolicy` of an init container. */
const SIDECARS = 29;

export const lifecycleValid: Rule = {
  id: 'lifecycle-valid',
  severity: 'error',
  title: 'a hook of a container has one handler, and a plain init container has no hooks',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (validateHandler, validateLifecycle, validateInitContainers)',
  rejected: since(34),
  set: (set, report, { minor }) => {
    const grace = integer(set.pod.terminationGracePeriodSeconds) ?? 30;
    for (const { container, path, init, sidecar } of set.containers) {
      for (const hook of ['postStart', 'preStop']) {
        const given = map(container.lifecycle)[hook];
        if (given === undefined || given === null) continue;
        const handlers = HANDLERS.filter((name) => (map(given)[name] ?? undefined) !== undefined);
        const { seconds } = map(map(given).sleep);
        if (minor < SLEEP && handlers.includes('sleep') && (hook === 'postStart' || handlers.length > 1)) handlers.splice(handlers.indexOf('sleep'), 1);
        const fault = init && (!sidecar || minor < SIDECARS) ? ['stands on an init container', minor < SIDECARS ? `remove it, or target Kubernetes 1.${SIDECARS} or later` : 'remove it, or make the container a sidecar with restartPolicy: Always']
          : handlers.length === 1 ? hook === 'postStart' && typeof seconds === 'number' && (seconds < 0 || seconds > grace)
            ? [`sleeps ${seconds} seconds, more than the ${grace} that the pod has to stop`, 'sleep less, or raise terminationGracePeriodSeconds'] : undefined
            : [handlers.length === 0 ? `has no handler that exists (${Object.keys(map(given)).join(', ') || 'empty'})` : `has the handlers ${handlers.join(' and ')}`, 'write one of exec, httpGet and sleep'];
        if (!fault) continue;
        report({
          object: set.object,
          path: [...path, 'lifecycle', hook],
          message: `${hook} of container ${shown(container.name)} ${fault[0]}; the pod cannot be created`,
          fix: fault[1],
        });
      }
    }
  },
};
