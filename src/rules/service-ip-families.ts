import { list, map, shown, text } from './json';
import { ALWAYS, type Rule } from './rule';

const FAMILIES = ['IPv4', 'IPv6'];
const POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack'];

export const serviceIpFamilies: Rule = {
  id: 'service-ip-families',
  severity: 'error',
  title: 'ipFamilies of a Service are IPv4 and IPv6, each once, and two of them need a dual-stack policy',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go L7302 (ValidateServiceClusterIPsRelatedFields), '
    + 'pkg/registry/core/service/storage/alloc.go L103 (initIPFamilyFields); run of v1.28.15',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const service of all.services) {
      const spec = map(service.spec);
      const families = list(spec.ipFamilies);
      const policy = spec.ipFamilyPolicy ?? undefined;
      const refused = (path: ReadonlyArray<string | number>, message: string, fix: string) =>
        report({ object: service, path: ['spec', ...path], message: `${message}; the API server refuses the Service`, fix });
      if (text(spec.type) === 'ExternalName') {
        const given = families.length > 0 ? 'ipFamilies' : policy !== undefined ? 'ipFamilyPolicy' : undefined;
        if (given) refused([given], `${given} stands on type ExternalName, which has no address`, `remove ${given}`);
        continue;
      }
      const wrong = families.findIndex((family, i) => !FAMILIES.includes(family) || families.indexOf(family) < i);
      if (wrong >= 0) {
        refused(['ipFamilies', wrong], `ipFamilies holds ${shown(families[wrong])}${FAMILIES.includes(families[wrong]) ? ' twice' : ''}`, `write ${FAMILIES.join(' and ')}, each once at most`);
      }
      if (policy !== undefined && !POLICIES.includes(policy)) refused(['ipFamilyPolicy'], `ipFamilyPolicy is ${shown(policy)}`, `write ${POLICIES.join(', ')}`);
      // Without a policy a Service is single stack, except a headless one without a selector.
      const single = policy === 'SingleStack' || (policy === undefined && !(spec.clusterIP === 'None' && Object.keys(map(spec.selector)).length === 0));
      if (wrong < 0 && families.length === 2 && single) {
        refused(['ipFamilyPolicy'], `two ipFamilies stand beside ${policy === undefined ? 'no ipFamilyPolicy, which means SingleStack' : 'ipFamilyPolicy SingleStack'}`,
          'write ipFamilyPolicy: PreferDualStack or RequireDualStack, or one family');
      }
    }
  },
};
