import { enforced } from './pod-security/enforced';
import type { Rule } from './rule';

export const psaRestricted: Rule = {
  id: 'psa-restricted',
  severity: 'error',
  title: 'pods of a namespace that enforces the restricted standard meet it',
  source: 'kubernetes v1.28.15 and v1.36.3 staging/src/k8s.io/pod-security-admission/policy; kubernetes.io/docs/concepts/security/pod-security-standards; '
    + 'metal-stack/csi-driver-lvm#99',
  set: enforced('restricted'),
};
