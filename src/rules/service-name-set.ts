import { shown } from './json';
import type { Rule } from './rule';

export const serviceNameSet: Rule = {
  id: 'service-name-set',
  severity: 'error',
  title: 'spec.serviceName names the headless Service',
  source: 'kubernetes v1.36.3 pkg/controller/statefulset/stateful_set_utils.go L436',
  set: ({ object, spec, name, serviceName }, report) => {
    if (serviceName !== undefined) return;
    report({
      object,
      path: ['spec', 'serviceName'],
      message: `spec.serviceName holds ${shown(spec.serviceName)}; the pods get no subdomain, so no name of a single pod ever resolves`,
      fix: `set spec.serviceName to the name of the headless Service, for example ${shown(name || 'web')}, before the first apply: the field is immutable`,
    });
  },
};
