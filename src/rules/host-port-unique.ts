import { list, map, shown } from './json';
import { type Rule, since } from './rule';

/** Where a port of the node is asked for first, and whether it is written rather than filled in when the pod is made. */
interface Claim {
  readonly container: unknown;
  readonly written: boolean;
}

export const hostPortUnique: Rule = {
  id: 'host-port-unique',
  severity: 'error',
  title: 'no two ports of a pod ask for the same port of the node',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go L3417 (AccumulateUniqueHostPorts), L3831; pkg/apis/core/v1/defaults.go (defaultHostNetworkPorts)',
  rejected: since(34),
  set: (set, report) => {
    const hostNetwork = set.pod.hostNetwork === true;
    let ofPod: Map<string, Claim> | undefined;
    for (const { container, path, init } of set.containers) {
      // Init containers run one after the other: the server counts each by itself, sidecars too.
      let seen = init ? undefined : ofPod;
      list(container.ports).forEach((each, i) => {
        const { hostPort, containerPort, protocol, hostIP } = map(each);
        // On the network of the node each port is one of the node; the pod gets it, the template does not.
        const number = hostPort || (hostNetwork ? containerPort : undefined);
        if (!number) return;
        const written = Boolean(hostPort);
        const key = `${protocol || 'TCP'}/${hostIP ?? ''}/${number}`;
        seen ??= new Map();
        const first = seen.get(key);
        if (!first) {
          seen.set(key, { container: container.name, written });
          return;
        }
        report({
          object: set.object,
          path: [...path, 'ports', i, written ? 'hostPort' : 'containerPort'],
          rejected: written && first.written ? undefined : false,
          message: `port ${shown(number)} of the node is asked for twice, by container ${shown(first.container)} and by container ${shown(container.name)}; the pod cannot be created`,
          fix: written ? 'write another hostPort, or leave it out: a Service reaches containerPort' : 'write another containerPort: on the host network all containers share the ports of the node',
        });
      });
      if (!init) ofPod = seen;
    }
  },
};
