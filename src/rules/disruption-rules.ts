import { affinityValid } from './affinity-valid';
import { pdbApiVersion } from './pdb-api-version';
import { pdbCountsReady } from './pdb-counts-ready';
import { pdbHpa } from './pdb-hpa';
import { pdbNamespace } from './pdb-namespace';
import { pdbNeverEvictable } from './pdb-never-evictable';
import { pdbNoProtection } from './pdb-no-protection';
import { pdbNotForRollouts } from './pdb-not-for-rollouts';
import { pdbOneField } from './pdb-one-field';
import { pdbOverlap } from './pdb-overlap';
import { pdbPercentRounding } from './pdb-percent-rounding';
import { pdbPresent } from './pdb-present';
import { pdbQuorum } from './pdb-quorum';
import { pdbSelectorEmpty } from './pdb-selector-empty';
import { pdbSelectorExact } from './pdb-selector-exact';
import { pdbSelectorMatches } from './pdb-selector-matches';
import { pdbSelectorNull } from './pdb-selector-null';
import { pdbSingleReplica } from './pdb-single-replica';
import { pdbSomeField } from './pdb-some-field';
import { pdbUnhealthyPolicy } from './pdb-unhealthy-policy';
import { pdbUnhealthyPolicyValue } from './pdb-unhealthy-policy-value';
import { pdbUnmanagedPods } from './pdb-unmanaged-pods';
import { pdbValueFormat } from './pdb-value-format';
import { quorumSize } from './quorum-size';
import { requiredAntiAffinityCapacity } from './required-anti-affinity-capacity';
import type { Rule } from './rule';
import { spreadMatchLabelKeys } from './spread-match-label-keys';
import { spreadPresent } from './spread-present';
import { spreadSelectorSelf } from './spread-selector-self';
import { spreadValid } from './spread-valid';

export const DISRUPTION_RULES: readonly Rule[] = [
  pdbPresent,
  pdbApiVersion,
  pdbNamespace,
  pdbSelectorMatches,
  pdbSelectorExact,
  pdbSelectorEmpty,
  pdbSelectorNull,
  pdbOneField,
  pdbSomeField,
  pdbValueFormat,
  pdbNeverEvictable,
  pdbNoProtection,
  pdbQuorum,
  pdbPercentRounding,
  pdbOverlap,
  pdbUnhealthyPolicy,
  pdbUnhealthyPolicyValue,
  pdbSingleReplica,
  pdbUnmanagedPods,
  pdbNotForRollouts,
  pdbCountsReady,
  pdbHpa,
  spreadPresent,
  spreadSelectorSelf,
  spreadMatchLabelKeys,
  spreadValid,
  affinityValid,
  requiredAntiAffinityCapacity,
  quorumSize,
];
