import { map, shown, text } from './json';
import { isPortName, portNames } from './ports';
import { probesOf } from './probes';
import type { Rule } from './rule';

export const probePortExists: Rule = {
  id: 'probe-port-exists',
  severity: 'error',
  title: 'a port that a probe names is a port of the same container',
  source: 'kubernetes v1.28.15 pkg/probe/util.go (ResolveContainerPort), pkg/kubelet/prober/worker.go L288: a probe that cannot be made counts as none; '
    + 'accepted by 1.28.15 and 1.36.3',
  set: (set, report) => {
    for (const holder of set.containers.filter(({ init, sidecar }) => !init || sidecar)) {
      const names = portNames(holder.container);
      for (const { kind, probe, path } of probesOf(holder)) {
        for (const handler of ['httpGet', 'tcpSocket']) {
          const port = text(map(probe[handler]).port) ?? '';
          // Without a letter it is a number in quotes, not a name.
          if (!isPortName(port) || names.includes(port)) continue;
          report({
            object: set.object,
            path: [...path, handler, 'port'],
            // Without an answer the container stays what it was: not ready, not started, or alive.
            severity: kind === 'livenessProbe' ? 'warning' : 'error',
            message: `${kind} of container ${shown(holder.container.name)} asks port ${shown(port)}, which this container does not have; `
              + (kind === 'livenessProbe' ? 'it has no result, so a member that hangs is not restarted' : 'it never succeeds, so the member is never Ready'),
            fix: names.length > 0 ? `name one of ${names.join(', ')}, or add a port named ${port}` : `add a port named ${port} to this container`,
          });
        }
      }
    }
  },
};
