import { shown } from './json';
import { LABEL_FIX, badAnnotations, badLabels } from './label-syntax';
import type { Rule } from './rule';

export const vctMetadataLabelsValid: Rule = {
  id: 'vct-metadata-labels-valid',
  severity: 'error',
  title: 'labels and annotations of a claim template are valid',
  source: 'kubernetes v1.36.3 pkg/apis/apps/validation/validation.go L117-124: only the claim spec is validated',
  set: (set, report) => set.claims.forEach((claim, i) => {
    const labels = badLabels(claim.metadata?.labels).map(({ key, problem }) => ({ path: ['labels', key], problem, fix: LABEL_FIX }));
    const annotations = badAnnotations(claim.metadata?.annotations).map(({ at, problem, fix }) => ({ path: ['annotations', ...at], problem, fix }));
    for (const { path, problem, fix } of [...labels, ...annotations]) {
      report({
        object: set.object,
        path: ['spec', 'volumeClaimTemplates', i, 'metadata', ...path],
        message: `${problem}; no claim of template ${shown(set.claimNameAt(i))} can be created, so no pod starts, `
          + 'and a claim template cannot be repaired by an update',
        fix,
      });
    }
  }),
};
