import { shown } from './json';
import { ALWAYS, type Rule } from './rule';
import { serviceViews } from './services';

export const headlessTypeClusterip: Rule = {
  id: 'headless-type-clusterip',
  severity: 'error',
  title: 'a headless Service is of type ClusterIP',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go L5175',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const { service, spec, set, headless } of serviceViews(all)) {
      if (!headless || (spec.type !== 'NodePort' && spec.type !== 'LoadBalancer')) continue;
      report({
        object: service,
        path: ['spec', 'type'],
        set,
        message: `type ${shown(spec.type)} with clusterIP "None"; the API server refuses the Service, so the pods run without names`,
        fix: `set type: ClusterIP here, and expose clients through a second Service of type ${spec.type}`,
      });
    }
  },
};
