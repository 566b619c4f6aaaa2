import { shown } from './json';
import type { Rule } from './rule';
import { serviceViews } from './services';

export const governingServiceNotExternalname: Rule = {
  id: 'governing-service-not-externalname',
  severity: 'error',
  title: 'the governing Service is of type ClusterIP, not ExternalName',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go L5175; pkg/controller/endpointslice',
  all: (all, report) => {
    for (const { service, spec, name, governs: [set], externalName } of serviceViews(all)) {
      if (!set || !externalName) continue;
      report({
        object: service,
        path: ['spec', 'type'],
        set,
        rejected: spec.clusterIP === 'None',
        message: `${shown(name)} is of type "ExternalName"; it is an alias without endpoints, so no pod of the set has a name`,
        fix: 'set type: ClusterIP and clusterIP: None, and give the alias a name of its own',
      });
    }
  },
};
