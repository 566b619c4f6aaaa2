import { map, shown } from './json';
import { type Rule, since } from './rule';

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'sleep'];

export const lifecycleValid: Rule = {
  id: 'lifecycle-valid',
  severity: 'error',
  title: 'a hook of a container has one handler, and a plain init container has no hooks',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (validateHandler, validateLifecycle, validateInitContainers)',
  rejected: since(34),
  set: (set, report) => {
    for (const { container, path, init, sidecar } of set.containers) {
      for (const hook of ['postStart', 'preStop']) {
        const given = map(container.lifecycle)[hook];
        if (given === undefined || given === null) continue;
        const handlers = HANDLERS.filter((name) => (map(given)[name] ?? undefined) !== undefined);
        const fault = init && !sidecar ? ['stands on an init container', 'remove it, or make the container a sidecar with restartPolicy: Always']
          : handlers.length === 1 ? undefined
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
