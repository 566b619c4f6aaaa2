import { allMisfits, given } from './fields/kinds';
import { Rule, since } from './rule';

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
      rejected: ofPods ? undefined : true,
      message: `${given(object, misfit)}; ${ofPods ? 'the pod or its claim cannot be created' : `the API server refuses the ${object.kind}`}`,
      fix: `write ${expected}`,
    });
  }),
};
