import { list, shown } from './json';
import { Rule, since } from './rule';

export const vctAccessModes: Rule = {
  id: 'vct-access-modes',
  severity: 'error',
  title: 'a claim template lists at least one access mode',
  source: 'kubernetes v1.36.3 pkg/apis/apps/validation/validation.go L117; kubernetes#132211',
  rejected: since(34),
  set: (set, report) => set.claims.forEach((claim, i) => {
    const modes = claim.spec?.accessModes;
    if (list(modes).length > 0) return;
    report({
      object: set.object,
      path: ['spec', 'volumeClaimTemplates', i, 'spec', 'accessModes'],
      message: `claim template ${shown(set.claimNameAt(i))} has ${shown(modes)} for access modes; its claims are refused, no pod starts, `
        + 'and a claim template cannot be repaired by an update',
      fix: 'accessModes: [ReadWriteOnce]',
    });
  }),
};
