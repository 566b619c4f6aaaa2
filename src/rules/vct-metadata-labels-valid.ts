import { shown } from './json';
import { ANNOTATION_FIX, LABEL_FIX, badAnnotations, badLabels } from './label-syntax';
import type { Rule } from './rule';

export const vctMetadataLabelsValid: Rule = {
  id: 'vct-metadata-labels-valid',
  severity: 'error',
  title: 'labels and annotations of a claim template are valid',
  source: 'kubernetes v1.36.3 pkg/apis/apps/validation/validation.go L117-124: only the claim spec is validated',
  set: (set, report) => set.claims.forEach((claim, i) => {
    for (const field of ['labels', 'annotations'] as const) {
      for (const { key, problem } of (field === 'labels' ? badLabels : badAnnotations)(claim.metadata?.[field])) {
        report({
          object: set.object,
          path: ['spec', 'volumeClaimTemplates', i, 'metadata', field, key],
          message: `${problem}; no claim of template ${shown(set.claimNameAt(i))} can be created, so no pod starts, `
            + 'and a claim template cannot be repaired by an update',
          fix: field === 'labels' ? LABEL_FIX : ANNOTATION_FIX,
        });
      }
    }
  }),
};
