import { DISRUPTION_RULES } from './disruption-rules';
import { DNS_RULES } from './dns-rules';
import { IDENTITY_RULES } from './identity-rules';
import { ORDERING_RULES } from './ordering-rules';
import { POD_RULES } from './pod-rules';
import type { Rule } from './rule';
import { STORAGE_RULES } from './storage-rules';

/** Every rule, in the order in which findings are reported. */
export const RULES: readonly Rule[] = [
  ...IDENTITY_RULES,
  ...POD_RULES,
  ...STORAGE_RULES,
  ...ORDERING_RULES,
  ...DISRUPTION_RULES,
  ...DNS_RULES,
];
