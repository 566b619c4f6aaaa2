import { shown } from './json';
import { ALWAYS, type Rule } from './rule';
import { serviceViews } from './services';

export const serviceMultiportNames: Rule = {
  id: 'service-multiport-names',
  severity: 'error',
  title: 'with more than one port, every port of a Service has a unique name and a unique number and protocol',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (ValidateService)',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const { service, ports, set } of serviceViews(all)) {
      const seen = new Set<string>();
      if (ports.length > 1) {
        ports.forEach((port, i) => {
          const refused = (field: string[], what: string, fix: string) =>
            report({ object: service, path: ['spec', 'ports', i, ...field], set, message: `${what}; the API server refuses the Service`, fix });
          const number = `${shown(port.port)}/${shown(port.protocol ?? 'TCP')}`;
          if (!port.name) refused(['name'], `port ${shown(port.port)} is one of ${ports.length} and has no name`, 'name every port, for example by its protocol');
          else if (seen.has(shown(port.name))) refused(['name'], `${shown(port.name)} is the name of an earlier port too`, 'give every port its own name');
          if (seen.has(number)) refused([], `port ${number} is listed before`, 'list every number and protocol once');
          seen.add(shown(port.name)).add(number);
        });
      }
    }
  },
};
