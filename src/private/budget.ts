import { Disruption, UnhealthyPodEviction } from '../disruption';
import { disruptionBudgetSpec } from '../manifests/disruption-budget';
import { Members } from '../members';

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
