import { namedPort } from './container-ports';
import { shown } from './json';
import { isPortName } from './ports';
import type { Rule } from './rule';
import { serviceViews } from './services';

export const headlessTargetPortExists: Rule = {
  id: 'headless-target-port-exists',
  severity: 'warning',
  title: 'a named targetPort is declared by a container',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/utils.go (findPort)',
  all: (all, report) => {
    for (const { service, ports, headless, governs, selects, set } of serviceViews(all)) {
      const sets = governs.length > 0 ? governs : selects.length > 0 ? selects : [set];
      ports.forEach((port, i) => {
        // What is no name of a port is refused, which is another rule.
        if (typeof port.targetPort !== 'string' || !isPortName(port.targetPort) || sets.some((candidate) => namedPort(candidate, port))) return;
        report({
          object: service,
          path: ['spec', 'ports', i, 'targetPort'],
          set,
          message: `targetPort ${shown(port.targetPort)} is the name of no ${port.protocol ?? 'TCP'} port in the containers of StatefulSet ${shown(set.name)}; `
            + (headless ? 'the port gets no SRV record' : 'the port has no backend, so connections are refused'),
          fix: `declare a containerPort with name: ${port.targetPort} in the pod template, or write the port's number here`,
        });
      });
    }
  },
};
