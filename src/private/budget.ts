import { Disruption, UnhealthyPodEviction } from '../disruption';
import { disruptionBudgetSpec } from '../manifests/disruption-budget';
import { Members } from '../members';
import type { StatefulWorkloadProps } from '../stateful-workload-props';
import { Problem } from './problem';

/** What a budget is derived from, by a workload or alone. */
export interface BudgetInput {
  /** A label selector, as in the manifest. */
  readonly selector: any;
  readonly replicas: number;
  readonly disruption?: Disruption;
  readonly members?: Members;
  readonly unhealthyPodEviction?: UnhealthyPodEviction;
}

/** `spec` of the PodDisruptionBudget. */
export function budgetSpec(input: BudgetInput): any {
  return disruptionBudgetSpec({
    intent: (input.disruption ?? Disruption.oneAtATime())._intent ?? {},
    replicas: input.replicas,
    selector: input.selector,
    unhealthyPodEvictionPolicy: input.unhealthyPodEviction
      ?? (input.members?.decidesByMajority ? UnhealthyPodEviction.IF_HEALTHY_BUDGET : UnhealthyPodEviction.ALWAYS_ALLOW),
  });
}

/** One replica, and nobody has said what a drain may do to it. A budget that keeps the pod is told by its own rule. */
export function singleReplica({ replicas, autoscale, disruption }: Pick<StatefulWorkloadProps, 'replicas' | 'autoscale' | 'disruption'>): Problem[] {
  const fewest = autoscale?.min ?? replicas ?? 1;
  if (fewest !== 1 || disruption?._reason !== undefined || budgetSpec({ selector: {}, replicas: 1, disruption }).minAvailable > 0) return [];
  const given = autoscale ? 'autoscale.min is 1' : replicas === undefined ? 'replicas is not said, which is 1' : 'replicas is 1';
  return [{
    ruleId: 'pdb-single-replica',
    acknowledgeable: true,
    field: autoscale ? 'autoscale.min' : 'replicas',
    message: `${given}, and nobody says whether a drain may stop the only pod: this budget lets it, and each drained node is an outage`,
    fix: 'run two replicas or more, or choose',
  }];
}
