import { DNS_LABEL } from './dns-names';
import { few } from './few';
import { map, shown, text } from './json';
import { namespaceOf } from './object-set';
import type { Json, Rule } from './rule';

export const governingServiceExists: Rule = {
  id: 'governing-service-exists',
  severity: 'warning',
  title: 'the Service that spec.serviceName names exists in the namespace of the set',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/util/controller_utils.go L115 (ShouldSetHostname)',
  all: (all, report) => {
    const byName = new Map<string, Json[]>();
    for (const service of all.services) {
      const name = text(map(service.metadata).name) ?? '';
      if (byName.get(name)?.push(service) === undefined) byName.set(name, [service]);
    }
    for (const set of all.sets) {
      const { object, serviceName, service } = set;
      if (serviceName === undefined || service || !DNS_LABEL.test(serviceName)) continue;
      const elsewhere = few(byName.get(serviceName) ?? [], () => true, (other) => shown(namespaceOf(other)));
      report({
        object,
        path: ['spec', 'serviceName'],
        set,
        message: elsewhere === undefined
          ? `no Service ${shown(serviceName)} is rendered; without it the pods run, and no name of a single pod resolves`
          : `the Service ${shown(serviceName)} is rendered in namespace ${elsewhere}, the set in ${shown(set.namespace)}; `
            + 'pods get names only from a Service of their own namespace, so theirs never resolve',
        fix: elsewhere === undefined
          ? `render a headless Service ${shown(serviceName)} beside the set, or acknowledge with the place where it is rendered`
          : `write the same metadata.namespace on the Service as on the set (${shown(set.namespace)})`,
      });
    }
  },
};
