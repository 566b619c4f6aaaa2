import { allMisfits, given } from './fields/kinds';
import { FieldPath, Rule, since } from './rule';

/** Below a template: no server looks at it before a pod or a claim is made of it. */
const isMetadata = (path: FieldPath) => path[0] === 'spec' && (path[1] === 'template' ? path[2] : path[3]) === 'metadata';

export const fieldValues: Rule = {
  id: 'field-values',
  severity: 'error',
  title: 'fields that no other rule looks at hold values that the API server takes',
  source: 'kubernetes v1.28.15 and v1.36.3 pkg/apis/core/validation/validation.go (ValidatePodSpec, ValidateService), pkg/apis/networking, pkg/apis/autoscaling '
    + 'and pkg/apis/storage/validation/validation.go; '
    + 'run of v1.28.15 and v1.36.3 with each of these fields',
  // Of a set's template and claims; those of other objects are refused by every version.
  rejected: since(34),
  general: true,
  all: (all, report, { minor }) => allMisfits(all, minor, (object, misfit) => {
    const { path, expected, unreadable } = misfit;
    if (unreadable) return;
    const ofPods = object.kind === 'StatefulSet' && path[0] === 'spec';
    report({
      object,
      path,
      rejected: ofPods ? (isMetadata(path) ? false : undefined) : true,
      message: `${given(object, misfit)}; ${ofPods ? 'the pod or its claim cannot be created' : `the API server refuses the ${object.kind}`}`,
      fix: `write ${expected}`,
    });
  }),
};
