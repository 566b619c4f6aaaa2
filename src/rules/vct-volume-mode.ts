import { map, shown } from './json';
import { type Rule, since } from './rule';

const MODES = ['Filesystem', 'Block'];

export const vctVolumeMode: Rule = {
  id: 'vct-volume-mode',
  severity: 'error',
  title: 'volumeMode of a claim template is Filesystem or Block',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (ValidatePersistentVolumeClaimSpec: supportedVolumeModes)',
  rejected: since(34),
  set: (set, report) => set.claims.forEach((claim, i) => {
    const mode = map(claim.spec).volumeMode;
    if (mode === undefined || mode === null || MODES.includes(mode)) return;
    report({
      object: set.object,
      path: ['spec', 'volumeClaimTemplates', i, 'spec', 'volumeMode'],
      message: `volumeMode of claim template ${shown(set.claimNameAt(i))} is ${shown(mode)}; its claims are refused and no pod starts`,
      fix: `write ${MODES.join(' or ')}, or leave it out, which means Filesystem`,
    });
  }),
};
