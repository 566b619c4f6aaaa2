import { map } from './json';
import { ANNOTATION_FIX, badAnnotations } from './label-syntax';
import { ALWAYS, Rule } from './rule';

export const annotationKeysValid: Rule = {
  id: 'annotation-keys-valid',
  severity: 'error',
  title: 'annotations of the set and of its pod template have qualified names and text values',
  // Of the template's fields every version checks labels and annotations, though it leaves the pod spec to 1.34 and later.
  source: 'kubernetes pkg/apis/apps/validation/validation.go (ValidatePodTemplateSpecForStatefulSet: ValidateAnnotations(template.Annotations))',
  rejected: ALWAYS,
  set: ({ object, spec }, report) => {
    for (const [metadata, path] of [[object.metadata, ['metadata']], [map(spec.template).metadata, ['spec', 'template', 'metadata']]] as const) {
      for (const { key, problem } of badAnnotations(map(metadata).annotations)) {
        report({ object, path: [...path, 'annotations', key], message: `${problem}; the API server refuses the set`, fix: ANNOTATION_FIX });
      }
    }
  },
};
