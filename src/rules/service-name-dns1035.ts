import { LETTER_LABEL, labelFault } from './dns-names';
import { map, shown, text } from './json';
import { ALWAYS, type Rule } from './rule';
import { serviceViews } from './services';

/** The minor version from which a Service name can start with a digit. */
const DIGIT_MINOR = 36;

export const serviceNameDns1035: Rule = {
  id: 'service-name-dns1035',
  severity: 'error',
  title: 'a Service name is a DNS label, before Kubernetes 1.36 one that starts with a letter',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go L255; v1.36.3 L291, gate RelaxedServiceNameValidation',
  rejected: ALWAYS,
  all: (all, report, { minor }) => {
    for (const { service, name, set, governs, peerOf } of serviceViews(all)) {
      const { name: given, generateName } = map(service.metadata);
      if (LETTER_LABEL.test(name) || (!given && text(generateName))) continue;
      const fault = labelFault(name) ?? (minor < DIGIT_MINOR ? `starts with a digit, which a Service name cannot before Kubernetes 1.${DIGIT_MINOR}` : undefined);
      if (fault === undefined) continue;
      report({
        object: service,
        path: ['metadata', 'name'],
        set,
        message: `${shown(given)} ${fault}; the API server refuses the Service `
          + (governs.length > 0 ? 'while it accepts the StatefulSet, so the pods run without names'
            : peerOf ? 'while it accepts the StatefulSet, so members that know each other by this name never meet' : 'and applies the rest'),
        fix: governs.length === 0 ? `use a name that starts with a letter and has at most 63 lower-case letters, digits and inner hyphens${peerOf ? '; it comes from that of the StatefulSet' : ''}`
          : 'use a name that starts with a letter and has only lower-case letters, digits and inner hyphens, and the same in spec.serviceName',
      });
    }
  },
};
