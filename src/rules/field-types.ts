import { allMisfits, given } from './fields/kinds';
import { ALWAYS, Rule } from './rule';

export const fieldTypes: Rule = {
  id: 'field-types',
  severity: 'error',
  title: 'every field holds what the API server can read: text, true or false, a number, a list, an object',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/api (apps/v1, autoscaling/v2, core/v1, policy/v1, networking/v1, storage/v1 types.go); run of v1.28.15 and v1.36.3 with each of these fields',
  rejected: ALWAYS,
  general: true,
  all: (all, report, { minor }) => allMisfits(all, minor, (object, misfit) => {
    const { path, expected, unreadable } = misfit;
    if (!unreadable) return;
    report({
      object,
      path,
      message: `${given(object, misfit)}, which the API server cannot read; it refuses the ${object.kind}`,
      fix: `write ${expected}`,
    });
  }),
};
