import { labelFault } from './dns-names';
import { map, shown, text } from './json';
import { ALWAYS, type Rule } from './rule';

export const stsNameDnsLabel: Rule = {
  id: 'sts-name-dns-label',
  severity: 'error',
  title: 'a StatefulSet name is a DNS label: lower case, no dots, at most 63 characters',
  source: 'kubernetes v1.28.15 pkg/apis/apps/validation/validation.go L39',
  rejected: ALWAYS,
  set: ({ object, name }, report) => {
    const { name: given, generateName } = map(object.metadata);
    if (!given && text(generateName)) return;
    const fault = labelFault(name);
    if (fault === undefined) return;
    report({
      object,
      path: ['metadata', 'name'],
      message: `${shown(given)} ${fault}; the API server refuses the set, and no pod could carry the name as its host name`,
      fix: 'use lower-case letters, digits and inner hyphens, before the first apply: a set cannot be renamed',
    });
  },
};
