import { ACCESS_MODES, SHORT_MODES } from './access-modes';
import { list, shown } from './json';
import { Rule, since } from './rule';

export const vctAccessModeValue: Rule = {
  id: 'vct-access-mode-value',
  severity: 'error',
  title: `access modes of a claim template are ${ACCESS_MODES.join(', ')}`,
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go L2479, run on 1.28.15 and 1.36.3',
  rejected: since(34),
  set: (set, report) => set.claims.forEach((claim, i) => list(claim.spec?.accessModes).forEach((mode, j) => {
    if (ACCESS_MODES.includes(mode)) return;
    report({
      object: set.object,
      path: ['spec', 'volumeClaimTemplates', i, 'spec', 'accessModes', j],
      message: `${shown(mode)} is not an access mode; the claims of template ${shown(set.claimNameAt(i))} are refused and no pod starts`,
      fix: `write ${Object.hasOwn(SHORT_MODES, String(mode)) ? SHORT_MODES[mode] : `one of ${ACCESS_MODES.join(', ')}`}`,
    });
  })),
};
