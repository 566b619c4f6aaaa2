import { few } from './few';
import { shown } from './json';
import { namespaceOf } from './object-set';
import type { Rule } from './rule';

export const governingServiceNamespace: Rule = {
  id: 'governing-service-namespace',
  severity: 'error',
  title: 'the Service that spec.serviceName names is in the namespace of the set',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/util/controller_utils.go L115 (ShouldSetHostname)',
  set: (set, report) => {
    const { object, serviceName, service, namespace } = set;
    if (serviceName === undefined || service) return;
    const others = set.all.findAnywhere('Service', serviceName);
    const elsewhere = few(others, () => true, (other) => shown(namespaceOf(other)));
    if (elsewhere === undefined) return;
    report({
      object,
      path: ['spec', 'serviceName'],
      // An omitted namespace is chosen by whoever applies, and may be the other one.
      severity: namespace === '' || others.some((other) => namespaceOf(other) === '') ? 'warning' : 'error',
      message: `the Service ${shown(serviceName)} is rendered in namespace ${elsewhere}, the set in ${shown(namespace)}; `
        + 'pods get names only from a Service of their own namespace, so theirs never resolve',
      fix: `write the same metadata.namespace on the Service as on the set (${shown(namespace)})`,
    });
  },
};
