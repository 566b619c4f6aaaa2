import { SpreadConstraint } from './manifests/spread';

/** What the scheduler does with a pod that fits no constraint. */
export enum WhenUnsatisfiable {
  /** The pod is scheduled all the same, where it does least harm. */
  SCHEDULE_ANYWAY = 'ScheduleAnyway',
  /** The pod stays Pending; with OrderedReady so do all after it. */
  DO_NOT_SCHEDULE = 'DoNotSchedule',
}

/** One of `topologySpreadConstraints`; its labelSelector is always the set's own. */
export interface TopologySpread {
  /** Node label whose values are the domains, for example `topology.kubernetes.io/zone`. */
  readonly topologyKey: string;
  /**
   * Largest difference of pods between two domains. Range: from 1 on.
   *
   * @default 1
   */
  readonly maxSkew?: number;
  /**
   * What happens to a pod that fits nowhere.
   *
   * @default WhenUnsatisfiable.SCHEDULE_ANYWAY
   */
  readonly whenUnsatisfiable?: WhenUnsatisfiable;
  /**
   * The number of domains that must exist; only with `DO_NOT_SCHEDULE`.
   *
   * @default - any number
   */
  readonly minDomains?: number;
}

/**
 * How the pods are spread over nodes and zones.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export class Spread {
  /** The host label of every node. */
  public static readonly HOSTNAME = 'kubernetes.io/hostname';
  /** The zone label of cloud nodes. */
  public static readonly ZONE = 'topology.kubernetes.io/zone';

  /** Over hosts and zones where possible; a small cluster still runs every pod. */
  public static soft(): Spread {
    return Spread.of({ topologyKey: Spread.HOSTNAME }, { topologyKey: Spread.ZONE });
  }

  /** Never two pods more on one host than on another, zones where possible: needs as many nodes as replicas. */
  public static perHost(): Spread {
    return Spread.of({ topologyKey: Spread.HOSTNAME, whenUnsatisfiable: WhenUnsatisfiable.DO_NOT_SCHEDULE }, { topologyKey: Spread.ZONE });
  }

  /** These constraints and no others. */
  public static of(...constraints: TopologySpread[]): Spread {
    return new Spread(constraints.map((c) => ({
      topologyKey: c.topologyKey,
      maxSkew: c.maxSkew ?? 1,
      whenUnsatisfiable: c.whenUnsatisfiable ?? WhenUnsatisfiable.SCHEDULE_ANYWAY,
      minDomains: c.minDomains,
    })));
  }

  /** No constraint of ours; use `scheduling` for affinity of your own. */
  public static none(): Spread {
    return new Spread([]);
  }

  private constructor(/** @internal */ public readonly _constraints: readonly SpreadConstraint[]) {}
}
