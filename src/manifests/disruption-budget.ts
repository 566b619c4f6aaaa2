import { Json, compact } from './json';
import { majority, scaled } from '../identity/quorum';

/** What the application needs, as `Disruption` says it. */
export interface BudgetIntent {
  readonly minAvailable?: number | string;
  readonly maxUnavailable?: number | string;
  /** Keep ⌊n/2⌋+1. */
  readonly majority?: boolean;
  /** Keep every one of them: no drain passes. */
  readonly everyMember?: boolean;
}

export interface BudgetModel {
  readonly intent: BudgetIntent;
  /** How many pods there are (at least). */
  readonly replicas: number;
  readonly selector: Json;
  readonly unhealthyPodEvictionPolicy?: string;
}

/**
 * Always integers: the controller rounds percentages up, which for `maxUnavailable` takes a quorum of three with 34 %.
 */
export function disruptionBudgetSpec(model: BudgetModel): Json {
  const { intent, replicas } = model;
  const minAvailable = intent.everyMember ? replicas
    : intent.majority ? majority(replicas)
      : intent.minAvailable;
  return compact({
    maxUnavailable: minAvailable === undefined ? scaled(intent.maxUnavailable, replicas) ?? intent.maxUnavailable : undefined,
    minAvailable: minAvailable === undefined ? undefined : scaled(minAvailable, replicas) ?? minAvailable,
    selector: model.selector,
    unhealthyPodEvictionPolicy: model.unhealthyPodEvictionPolicy,
  });
}
