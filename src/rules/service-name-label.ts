import { labelFault } from './dns-names';
import { shown } from './json';
import { type Rule, since } from './rule';

export const serviceNameLabel: Rule = {
  id: 'service-name-label',
  severity: 'error',
  title: 'spec.serviceName is a bare Service name, not a domain name',
  source: 'kubernetes v1.36.3 pkg/apis/apps/validation/validation.go L175; kubernetes#130233',
  rejected: since(33),
  set: ({ object, serviceName }, report) => {
    const fault = serviceName === undefined ? undefined : labelFault(serviceName);
    if (fault === undefined) return;
    report({
      object,
      path: ['spec', 'serviceName'],
      message: `${shown(serviceName)} ${fault}; it becomes the subdomain of every pod: before Kubernetes 1.33 the API server accepts the set, `
        + 'the claims of the first pod are created and the pod never is',
      fix: `write the name of the headless Service alone, for example ${shown(serviceName?.split('.')[0].toLowerCase().slice(0, 63))}; `
        + 'an applied set has to be deleted and created again, because the field is immutable',
    });
  },
};
