import { map } from './json';
import { badAnnotations } from './label-syntax';
import { ALWAYS, Rule } from './rule';

export const annotationKeysValid: Rule = {
  id: 'annotation-keys-valid',
  severity: 'error',
  title: 'annotations of the set and of its pod template have qualified names, text values and no more than 256 KiB together',
  // Of the template's fields every version checks labels and annotations, though it leaves the pod spec to 1.34 and later.
  source: 'kubernetes pkg/apis/apps/validation/validation.go (ValidatePodTemplateSpecForStatefulSet: ValidateAnnotations(template.Annotations)); '
    + 'apimachinery pkg/api/validation/objectmeta.go L62 (ValidateAnnotationsSize); run of v1.28.15 and v1.36.3',
  rejected: ALWAYS,
  set: ({ object, spec }, report) => {
    for (const [metadata, path] of [[object.metadata, ['metadata']], [map(spec.template).metadata, ['spec', 'template', 'metadata']]] as const) {
      for (const { at, problem, fix } of badAnnotations(map(metadata).annotations)) {
        report({ object, path: [...path, 'annotations', ...at], message: `${problem}; the API server refuses the set`, fix });
      }
    }
  },
};
