import { shown } from './json';
import type { Rule } from './rule';
import { isReached } from './service-type-fields';
import { serviceViews } from './services';

/** Fields that only a virtual IP gives a meaning, with the values that say nothing. */
const FIELDS: ReadonlyArray<[field: string, neutral: string]> = [
  ['sessionAffinity', '"None"'], ['externalIPs', '[]'], ['loadBalancerIP', '""'], ['internalTrafficPolicy', '"Cluster"'],
  ['trafficDistribution', '""'], ['externalTrafficPolicy', '""'],
];

export const headlessIneffectiveFields: Rule = {
  id: 'headless-ineffective-fields',
  severity: 'warning',
  title: 'a headless Service sets no field that only a virtual IP gives a meaning',
  source: 'kubernetes v1.36.3 pkg/api/service/warnings.go (GetWarningsForService)',
  all: (all, report, { minor }) => {
    for (const { service, spec, set, headless } of serviceViews(all)) {
      if (!headless) continue;
      for (const [field, neutral] of FIELDS) {
        const value = spec[field];
        if (value === undefined || value === null || shown(value) === neutral) continue;
        const refused = field === 'externalTrafficPolicy' && !isReached(spec, minor);
        report({
          object: service,
          path: ['spec', field],
          set,
          severity: refused ? 'error' : 'warning',
          rejected: refused,
          message: `${field} ${shown(value)} on a headless Service; `
            + (refused ? 'the API server refuses the Service' : 'clients connect to the pods directly, so it does nothing'),
          fix: `remove ${field} here, and set it on the Service for clients`,
        });
      }
    }
  },
};
