import { shown } from './json';
import type { Rule } from './rule';
import { serviceViews } from './services';

export const clientServiceHidesNotReady: Rule = {
  id: 'client-service-hides-not-ready',
  severity: 'warning',
  title: 'a Service for clients of all members does not publish those that are not ready',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/utils.go L42; hashicorp/vault#8162',
  all: (all, report) => {
    for (const { service, spec, name, set, headless, governs, externalName, member } of serviceViews(all)) {
      // A governing Service that is not headless has a rule of its own, and publishes rightly once it is. Behind a Service for
      // one pod there is no other that would be ready, and members reach each other by it (Redis of Argo CD: announce-0).
      if (headless || externalName || governs.length > 0 || member || spec.publishNotReadyAddresses !== true) continue;
      report({
        object: service,
        path: ['spec', 'publishNotReadyAddresses'],
        set,
        message: `${shown(name)} is a Service for clients with publishNotReadyAddresses: true; connections reach members that are not ready`,
        fix: 'remove publishNotReadyAddresses here, and set it on the headless Service',
      });
    }
  },
};
