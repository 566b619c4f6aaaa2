import type { Breach, Check, Policy } from './check';
import { HOST_CHECKS } from './host-checks';
import { PRIVILEGE_CHECKS } from './privilege-checks';
import { PROFILE_CHECKS } from './profile-checks';
import type { SetView } from '../set-view';

/** A check that the pods of a set do not pass. */
export interface Violation {
  readonly check: Check;
  /** At least one. */
  readonly breaches: readonly Breach[];
}

/** Every check. */
const CHECKS: readonly Check[] = [...HOST_CHECKS, ...PRIVILEGE_CHECKS, ...PROFILE_CHECKS];

/**
 * What the Pod Security admission has against the pods of a set.
 *
 * @see kubernetes v1.28.15 and v1.36.3 staging/src/k8s.io/pod-security-admission/policy
 */
export function violations(set: SetView, policy: Policy): Violation[] {
  return CHECKS.filter(({ level, since }) => (level ?? policy.level) === policy.level && (since ?? 0) <= policy.version)
    .map((check) => ({ check, breaches: check.breaches(set, policy) }))
    .filter(({ breaches }) => breaches.length > 0);
}
