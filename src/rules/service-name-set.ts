import { map, shown, text } from './json';
import { namesNeeded } from './names-used';
import type { Rule } from './rule';

export const serviceNameSet: Rule = {
  id: 'service-name-set',
  severity: 'error',
  title: 'spec.serviceName names the headless Service',
  source: 'kubernetes v1.36.3 pkg/controller/statefulset/stateful_set_utils.go L436',
  set: (set, report) => {
    const { object, spec, name, serviceName, services } = set;
    if (serviceName !== undefined) return;
    const headless = services.find((service) => map(service.spec).clusterIP === 'None');
    const needed = namesNeeded(set, undefined) ?? (headless && `the headless Service ${shown(map(headless.metadata).name)} is there to give them`);
    report({
      object,
      path: ['spec', 'serviceName'],
      // From Kubernetes 1.33 on the field is documented as optional: a set whose pods nobody calls by name works without.
      severity: needed === undefined ? 'warning' : 'error',
      message: `spec.serviceName holds ${shown(spec.serviceName)}; the pods get no subdomain, so no name of a single pod ever resolves${needed === undefined ? '' : `, while ${needed}`}`,
      fix: `set spec.serviceName to the name of the headless Service, for example ${shown(text(map(headless?.metadata).name) ?? (name || 'web'))}, before the first apply: the field is immutable`,
    });
  },
};
