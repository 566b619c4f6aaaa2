import { few } from './few';
import { shown } from './json';
import { namespaceOf } from './object-set';
import type { Json, Rule } from './rule';
import { isTaken } from './services';
import type { SetView } from './set-view';

export const governingServiceNamespace: Rule = {
  id: 'governing-service-namespace',
  severity: 'error',
  title: 'the Service that spec.serviceName names is in the namespace of the set',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/util/controller_utils.go L115 (ShouldSetHostname)',
  set: (set, report) => {
    const { object, serviceName, service, namespace } = set;
    if (serviceName === undefined || service) return;
    const others = misplaced(set, serviceName);
    const elsewhere = few(others, () => true, (other) => where(namespaceOf(other)));
    if (elsewhere === undefined) return;
    report({
      object,
      path: ['spec', 'serviceName'],
      // An omitted namespace is chosen by whoever applies, and may be the other one.
      severity: namespace === '' || others.some((other) => namespaceOf(other) === '') ? 'warning' : 'error',
      message: `the Service ${shown(serviceName)} is rendered in ${elsewhere}, the set in ${where(namespace)}; `
        + 'pods get names only from a Service of their own namespace, so theirs never resolve',
      fix: `write the same metadata.namespace on the Service as on the set (${namespace === '' ? 'none' : shown(namespace)})`,
    });
  },
};

/** Services of the name in other namespaces, without those that have a set of their own there: they were not meant for this one. */
export function misplaced({ all }: SetView, serviceName: string): readonly Json[] {
  return all.findAnywhere('Service', serviceName).filter((service) => !isTaken(all, service));
}

function where(namespace: string): string {
  return namespace === '' ? 'no namespace, which is that of whoever applies it,' : `namespace ${shown(namespace)}`;
}
