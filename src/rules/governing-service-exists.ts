import { isDeclared } from './declared';
import { DNS_LABEL } from './dns-names';
import { misplaced } from './governing-service-namespace';
import { map, shown, text } from './json';
import type { Rule } from './rule';

export const governingServiceExists: Rule = {
  id: 'governing-service-exists',
  // Milder than the loss it stands for where nothing shows that the Service is missing: it may be applied from elsewhere.
  severity: 'warning',
  title: 'the Service that spec.serviceName names exists',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/util/controller_utils.go L115 (ShouldSetHostname)',
  set: (set, report) => {
    const { object, serviceName, service } = set;
    // The same name in another namespace has a rule of its own.
    if (serviceName === undefined || service || !DNS_LABEL.test(serviceName) || misplaced(set, serviceName).length > 0) return;
    const [misnamed] = set.services.filter(({ spec }) => map(spec).clusterIP === 'None');
    const other = misnamed && text(map(misnamed.metadata).name);
    report({
      object,
      path: ['spec', 'serviceName'],
      severity: 'error',
      outside: !misnamed && !isDeclared(set),
      message: other !== undefined
        ? `no Service ${shown(serviceName)} is rendered, and the headless Service that selects the pods is ${shown(other)}; the pods run, and no name of a single pod resolves`
        : `no Service ${shown(serviceName)} is rendered; without it the pods run, and no name of a single pod resolves`,
      fix: other !== undefined
        ? `write serviceName: ${other} before the first apply, or call the Service ${serviceName}`
        : `render a headless Service ${shown(serviceName)} beside the set, or acknowledge with the place where it is rendered`,
    });
  },
};
