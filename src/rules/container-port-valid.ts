import { unreadable } from './integer-fields';
import { list, map, shown } from './json';
import { isPortName, isPortNumber } from './ports';
import { Rule, since } from './rule';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

export const containerPortValid: Rule = {
  id: 'container-port-valid',
  severity: 'error',
  title: 'container ports have numbers of 1 to 65535, known protocols and names that are port names, unique in the container',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go (validateContainerPorts)',
  rejected: since(34),
  set: (set, report) => {
    for (const { container, path, init } of set.containers) {
      const seen = new Set<unknown>();
      list(container.ports).map(map).forEach(({ name, containerPort, protocol, hostPort }, i) => {
        const at = (field: string, message: string, fix: string, given?: unknown) => report({
          object: set.object,
          path: [...path, 'ports', i, field],
          rejected: unreadable(given),
          message: `${message} in container ${shown(container.name)}; the pod cannot be created`,
          fix,
        });
        if (!isPortNumber(containerPort)) at('containerPort', `containerPort ${shown(containerPort)} is no port number`, 'write a number from 1 to 65535, without quotes', containerPort);
        if (hostPort && !isPortNumber(hostPort)) {at('hostPort', `hostPort ${shown(hostPort)} is no port number`, 'write a number from 1 to 65535, or leave it out', hostPort);} else if (hostPort && !init && set.pod.hostNetwork === true && hostPort !== containerPort) {
          at('hostPort', `hostPort ${shown(hostPort)} is not containerPort ${shown(containerPort)} on the host network`, 'write the same number, or leave it out');
        }
        if (protocol && !PROTOCOLS.includes(protocol)) at('protocol', `protocol ${shown(protocol)} is unknown`, `write ${PROTOCOLS.join(', ')} or nothing, which means TCP`);
        if (!name) return;
        if (!isPortName(String(name))) {
          at('name', `port name ${shown(name)} is not a port name`, 'use at most 15 lower-case letters, digits and single "-", with a letter among them');
        } else if (seen.has(name)) {at('name', `${shown(name)} names two ports`, 'give each port a name of its own');}
        seen.add(name);
      });
    }
  },
};
