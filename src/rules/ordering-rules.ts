import { initWaitsForHigherOrdinal } from './init-waits-for-higher-ordinal';
import { maxUnavailableGated } from './max-unavailable-gated';
import { maxUnavailableQuorum } from './max-unavailable-quorum';
import { maxUnavailableValid } from './max-unavailable-valid';
import { minReadySecondsNonnegative } from './min-ready-seconds-nonnegative';
import { minReadySecondsParallel } from './min-ready-seconds-parallel';
import { onDeleteManual } from './on-delete-manual';
import { orderedReadyBootstrapDeadlock } from './ordered-ready-bootstrap-deadlock';
import { parallelUpdateDropsQuorum } from './parallel-update-drops-quorum';
import { partitionBelowReplicas } from './partition-below-replicas';
import { partitionIsOffset } from './partition-is-offset';
import { podManagementPolicyValid } from './pod-management-policy-valid';
import { preStopWithinGrace } from './pre-stop-within-grace';
import { revisionHistoryNonnegative } from './revision-history-nonnegative';
import { revisionHistoryZero } from './revision-history-zero';
import type { Rule } from './rule';
import { terminationGraceZero } from './termination-grace-zero';
import { updateStrategyValid } from './update-strategy-valid';

export const ORDERING_RULES: readonly Rule[] = [
  podManagementPolicyValid,
  orderedReadyBootstrapDeadlock,
  initWaitsForHigherOrdinal,
  parallelUpdateDropsQuorum,
  minReadySecondsParallel,
  minReadySecondsNonnegative,
  updateStrategyValid,
  onDeleteManual,
  partitionBelowReplicas,
  partitionIsOffset,
  maxUnavailableValid,
  maxUnavailableGated,
  maxUnavailableQuorum,
  terminationGraceZero,
  preStopWithinGrace,
  revisionHistoryNonnegative,
  revisionHistoryZero,
];
