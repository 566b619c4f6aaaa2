import { map, shown } from './json';
import type { Rule } from './rule';
import { serviceViews } from './services';

export const headlessServiceUnreferenced: Rule = {
  id: 'headless-service-unreferenced',
  severity: 'warning',
  title: "a headless Service that selects a set's pods is its spec.serviceName",
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/util/controller_utils.go L115 (ShouldSetHostname)',
  all: (all, report) => {
    for (const { service, name, headless, governs, selects: [set] } of serviceViews(all)) {
      // A set that names no Service at all is told so.
      if (!headless || governs.length > 0 || !set || set.serviceName === undefined) continue;
      // Beside a governing one that gives the names it is mostly there to find all members by one name.
      const beside = set.service !== undefined && map(set.service.spec).clusterIP === 'None';
      report({
        object: service,
        path: ['metadata', 'name'],
        set,
        severity: beside ? 'info' : 'warning',
        message: `${shown(name)} is headless and selects the pods of StatefulSet ${shown(set.name)}, whose serviceName holds ${shown(set.spec.serviceName)}; `
          + `no pod gets a name under ${shown(name)}`,
        fix: `set spec.serviceName: ${name} on the set before its first apply, or drop this Service`,
      });
    }
  },
};
