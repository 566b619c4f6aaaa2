import { BudgetIntent } from './manifests/disruption-budget';

/** When a pod that is not ready may be evicted. */
export enum UnhealthyPodEviction {
  /** Only while the budget is met without it: it may hold the last good copy of something. */
  IF_HEALTHY_BUDGET = 'IfHealthyBudget',
  /** Always: a broken pod never holds up a drain. */
  ALWAYS_ALLOW = 'AlwaysAllow',
}

/**
 * How many members may be away at once because of a drain: what the PodDisruptionBudget says.
 *
 * Rendered as integers. A budget limits evictions only: rolling updates, scaling and node failures do not ask it.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export class Disruption {
  /** One at a time (`maxUnavailable: 1`): keeps every majority from three members up. */
  public static oneAtATime(): Disruption {
    return new Disruption({ maxUnavailable: 1 });
  }

  /** Down to the bare majority (`minAvailable: ⌊n/2⌋+1`): faster drains of five members and more. */
  public static keepMajority(): Disruption {
    return new Disruption({ majority: true });
  }

  /**
   * At least this many stay (`minAvailable`).
   *
   * @param members 0 … replicas−1; from the number of replicas on no node drains any more
   */
  public static keepAtLeast(members: number): Disruption {
    return new Disruption({ minAvailable: members });
  }

  /**
   * At least this percentage stays, rounded up to whole members.
   *
   * @param percent 0 … 99
   */
  public static keepAtLeastPercent(percent: number): Disruption {
    return new Disruption({ minAvailable: `${percent}%` });
  }

  /**
   * At most this many are away (`maxUnavailable`).
   *
   * @param members from 1 on
   */
  public static atMost(members: number): Disruption {
    return new Disruption({ maxUnavailable: members });
  }

  /**
   * At most this percentage is away, rounded up to whole members as the disruption controller does.
   *
   * @param percent 1 … 100
   */
  public static atMostPercent(percent: number): Disruption {
    return new Disruption({ maxUnavailable: `${percent}%` });
  }

  /**
   * A drain may take the service down: the choice for one replica, or for two members that decide by majority.
   *
   * @param reason why that is acceptable
   */
  public static allowOutage(reason: string): Disruption {
    return new Disruption({ maxUnavailable: 1 }, reason, ['pdb-single-replica', 'pdb-quorum', 'pdb-no-protection']);
  }

  /**
   * No node with a member drains until somebody deletes the pod by hand (`minAvailable` = replicas).
   *
   * @param reason who does that, and when
   */
  public static blockDrains(reason: string): Disruption {
    return new Disruption({ everyMember: true }, reason, ['pdb-never-evictable', 'pdb-single-replica']);
  }

  /**
   * No PodDisruptionBudget at all: a drain may evict every member at once.
   *
   * @param reason why that is acceptable, or who else protects the pods
   */
  public static none(reason: string): Disruption {
    return new Disruption(undefined, reason, ['pdb-present']);
  }

  private constructor(
    /** @internal */ public readonly _intent: BudgetIntent | undefined,
    /** @internal */ public readonly _reason?: string,
    /** Rules that the choice acknowledges. @internal */ public readonly _acknowledges: readonly string[] = []) {}
}
