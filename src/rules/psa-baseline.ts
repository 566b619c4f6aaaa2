import { enforced } from './pod-security/enforced';
import type { Rule } from './rule';

export const psaBaseline: Rule = {
  id: 'psa-baseline',
  severity: 'error',
  title: 'pods of a namespace that enforces the baseline standard meet it',
  source: 'kubernetes v1.28.15 and v1.36.3 staging/src/k8s.io/pod-security-admission/policy; kubernetes.io/docs/concepts/security/pod-security-standards',
  set: enforced('baseline'),
};
