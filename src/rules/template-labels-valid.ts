import { map } from './json';
import { LABEL_FIX, badLabels } from './label-syntax';
import { ALWAYS, Rule } from './rule';

export const templateLabelsValid: Rule = {
  id: 'template-labels-valid',
  severity: 'error',
  title: 'labels of the set and of its pod template are valid',
  // Of the template's fields every version checks labels and annotations, though it leaves the pod spec to 1.34 and later.
  source: 'kubernetes pkg/apis/apps/validation/validation.go (ValidatePodTemplateSpecForStatefulSet: ValidateLabels(template.Labels))',
  rejected: ALWAYS,
  set: ({ object, spec }, report) => {
    for (const [metadata, path] of [[object.metadata, ['metadata']], [map(spec.template).metadata, ['spec', 'template', 'metadata']]] as const) {
      for (const { key, problem } of badLabels(map(metadata).labels)) {
        report({ object, path: [...path, 'labels', key], message: `${problem}; the API server refuses the set`, fix: LABEL_FIX });
      }
    }
  },
};
