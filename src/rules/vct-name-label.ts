import { shown } from './json';
import { isDnsLabel } from './label-syntax';
import { Rule, since } from './rule';

export const vctNameLabel: Rule = {
  id: 'vct-name-label',
  severity: 'error',
  title: 'a claim template name is a DNS label of at most 63 characters',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go L120',
  rejected: since(34),
  set: (set, report) => set.claims.forEach((claim, i) => {
    if (isDnsLabel(set.claimNameAt(i))) return;
    report({
      object: set.object,
      path: ['spec', 'volumeClaimTemplates', i, 'metadata', 'name'],
      message: `claim template name ${shown(claim.metadata?.name)} is not a DNS label; it becomes the name of a volume in every pod, `
        + 'and neither claim nor pod can be created with it',
      fix: 'use lower-case letters, digits and "-", at most 63, before the first apply: it cannot be renamed later',
    });
  }),
};
