/** Options of `Members.quorum` and `Members.independent`. */
export interface MembersOptions {
  /**
   * The members look each other up, and need each other, before any of them is ready: etcd, Kafka (KRaft),
   * Elasticsearch masters.
   *
   * Sets `podManagementPolicy: Parallel` and `publishNotReadyAddresses: true` together. A three-member etcd comes
   * up only with both; with either one missing it is stuck for ever. The price of Parallel is told by the rule
   * `parallel-update-drops-quorum`, and acknowledged by this choice: a rolling update does not wait for a member
   * that is unready for another reason.
   *
   * @default false - pod 0 becomes ready alone, the others follow in order
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-management-policies
   */
  readonly bootstrapTogether?: boolean;

  /**
   * How many members the system had when it was first started: the range that `peers()` renders, frozen.
   *
   * A bootstrap list must not change when the set grows: every changed list is a rolling restart, and systems such
   * as Elasticsearch and Kafka must keep the first one. Range: 1 … replicas.
   *
   * @default - 3 for three replicas; for any other number it must be said, since a set of five may have started
   * with five members or grown from three
   */
  readonly bootstrapSize?: number;
}

/**
 * What the members of a set are to each other.
 *
 * Becomes annotations on the StatefulSet (never on its pods), so that a check of the YAML knows it too.
 */
export class Members {
  /** Members that do not vote: replicas, shards, caches, identical scrapers. */
  public static independent(options: MembersOptions = {}): Members {
    return new Members(false, options);
  }

  /**
   * Members that decide by majority: etcd, ZooKeeper, Kafka controllers, MongoDB, Elasticsearch masters.
   *
   * Budgets are held against the majority ⌊n/2⌋+1, and an unready member is not evicted while the budget is short
   * (`unhealthyPodEvictionPolicy: IfHealthyBudget`): it may hold the last good copy.
   */
  public static quorum(options: MembersOptions = {}): Members {
    return new Members(true, options);
  }

  /** Whether the members look each other up before any of them is ready. */
  public readonly bootstrapTogether: boolean;

  /** The frozen number of members of the first start, where it was said. */
  public readonly bootstrapSize?: number;

  private constructor(
    /** Whether a majority of the members must stay. */
    public readonly decidesByMajority: boolean, options: MembersOptions) {
    this.bootstrapTogether = options.bootstrapTogether ?? false;
    this.bootstrapSize = options.bootstrapSize;
  }
}
