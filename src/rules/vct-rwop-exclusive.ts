import { ACCESS_MODES } from './access-modes';
import { list, shown } from './json';
import { Rule, since } from './rule';

export const vctRwopExclusive: Rule = {
  id: 'vct-rwop-exclusive',
  severity: 'error',
  title: 'ReadWriteOncePod is the only access mode where it is given',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go L2479',
  rejected: since(34),
  set: (set, report) => set.claims.forEach((claim, i) => {
    const modes = list(claim.spec?.accessModes);
    if (!modes.includes('ReadWriteOncePod') || !modes.some((mode) => mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode))) return;
    report({
      object: set.object,
      path: ['spec', 'volumeClaimTemplates', i, 'spec', 'accessModes'],
      message: `claim template ${shown(set.claimNameAt(i))} has access modes ${shown(modes)}; ReadWriteOncePod does not go with others, `
        + 'its claims are refused and no pod starts',
      fix: 'accessModes: [ReadWriteOncePod], or leave ReadWriteOncePod out',
    });
  }),
};
