import { shown } from './json';
import { ALWAYS, type Rule } from './rule';

export const podManagementPolicyValid: Rule = {
  id: 'pod-management-policy-valid',
  severity: 'error',
  title: 'podManagementPolicy is OrderedReady or Parallel',
  source: 'kubernetes v1.28.15 pkg/apis/apps/validation/validation.go L99',
  rejected: ALWAYS,
  set: ({ spec, object }, report) => {
    const policy = spec.podManagementPolicy ?? '';
    if (['', 'OrderedReady', 'Parallel'].includes(policy)) return;
    report({
      object,
      path: ['spec', 'podManagementPolicy'],
      message: `podManagementPolicy is ${shown(policy)}; the API server refuses every value but OrderedReady and Parallel`,
      fix: 'write podManagementPolicy: OrderedReady (one pod after the other) or Parallel (all at once)',
    });
  },
};
