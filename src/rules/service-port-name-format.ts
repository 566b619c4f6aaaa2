import { labelFault } from './dns-names';
import { shown, text } from './json';
import { isPortName, isPortNumber } from './ports';
import { ALWAYS, type Rule } from './rule';
import { serviceViews } from './services';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const QUALIFIED = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

export const servicePortNameFormat: Rule = {
  id: 'service-port-name-format',
  severity: 'error',
  title: 'ports of a Service are numbers of 1 to 65535 with names that are DNS labels, a named targetPort has at most 15 characters, appProtocol is a qualified name',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (validateServicePort)',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const { service, ports, set } of serviceViews(all)) {
      ports.forEach((port, i) => {
        const { targetPort } = port;
        const refused = (field: string, what: string, fix: string) =>
          report({ object: service, path: ['spec', 'ports', i, field], set, message: `${shown(port[field])} ${what}; the API server refuses the Service`, fix });
        // What is no whole number at all has a rule of its own.
        if (port.port === undefined || port.port === null || (Number.isInteger(port.port) && !isPortNumber(port.port))) refused('port', 'is no port number', 'write a number from 1 to 65535');
        if (Number.isInteger(targetPort) && targetPort !== 0 && !isPortNumber(targetPort)) refused('targetPort', 'is no port number', 'write a number from 1 to 65535, or the name of a port of the container');
        if (text(port.protocol) && !PROTOCOLS.includes(port.protocol)) refused('protocol', 'is no protocol', `write ${PROTOCOLS.join(', ')}, or nothing, which means TCP`);
        const name = text(port.name) || undefined;
        const protocol = text(port.appProtocol);
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
