import { shown, text } from './json';
import { ALWAYS, type Rule } from './rule';
import { serviceViews } from './services';

export const clusterIpNoneCase: Rule = {
  id: 'cluster-ip-none-case',
  severity: 'error',
  title: 'the clusterIP of a headless Service is spelt None',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const { service, spec, set } of serviceViews(all)) {
      if (spec.clusterIP === 'None' || text(spec.clusterIP)?.toLowerCase() !== 'none') continue;
      report({
        object: service,
        path: ['spec', 'clusterIP'],
        set,
        message: `clusterIP holds ${shown(spec.clusterIP)}, which is neither "None" nor an IP address; the API server refuses the Service, so the pods run without names`,
        fix: 'write clusterIP: None with a capital N',
      });
    }
  },
};
