import { labelFault } from './dns-names';
import { shown, text } from './json';
import { isPortName } from './ports';
import { ALWAYS, type Rule } from './rule';
import { serviceViews } from './services';

const QUALIFIED = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

export const servicePortNameFormat: Rule = {
  id: 'service-port-name-format',
  severity: 'error',
  title: 'a port name is a DNS label, a named targetPort has at most 15 characters, appProtocol is a qualified name',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (validateServicePort)',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const { service, ports, set } of serviceViews(all)) {
      ports.forEach((port, i) => {
        const { targetPort } = port;
        const name = text(port.name) || undefined;
        const protocol = text(port.appProtocol);
        const refused = (field: string, what: string, fix: string) =>
          report({ object: service, path: ['spec', 'ports', i, field], set, message: `${shown(port[field])} ${what}; the API server refuses the Service`, fix });
        const fault = name && labelFault(name);
        if (fault) refused('name', fault, 'use lower-case letters, digits and inner hyphens');
        if (typeof targetPort === 'string' && targetPort !== '' && !isPortName(targetPort)) {
          refused('targetPort', 'is no port name (at most 15 lower-case letters, digits and single inner hyphens, at least one letter)',
            /^\d+$/.test(targetPort) ? `write the number: targetPort: ${targetPort}` : 'shorten the name here and in the container, or write the port number');
        }
        if (protocol !== undefined && !QUALIFIED.test(protocol)) {
          refused('appProtocol', 'is no qualified name', 'write a registered name such as http, or a prefixed one such as example.com/name');
        }
      });
    }
  },
};
