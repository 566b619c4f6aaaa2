/** Which members a list names. */
export class PeerSelection {
  /** Every ordinal that always exists: `replicas`, or the minimum of an autoscaled set. */
  public static all(): PeerSelection {
    return new PeerSelection((all) => all);
  }

  /** The members of the first start: frozen, whatever the set has grown to. */
  public static bootstrap(): PeerSelection {
    return new PeerSelection((_, bootstrap) => bootstrap, [], true);
  }

  /**
   * The lowest ordinals.
   *
   * @param count how many, one by default
   */
  public static first(count: number = 1): PeerSelection {
    return new PeerSelection((all) => all.slice(0, count));
  }

  /**
   * All but one.
   *
   * @param ordinal the member that is left out
   */
  public static others(ordinal: number): PeerSelection {
    return new PeerSelection((all) => all.filter((o) => o !== ordinal));
  }

  /**
   * The members of a role, by ordinal, ascending.
   *
   * @param ordinals each within the set
   */
  public static only(...ordinals: number[]): PeerSelection {
    return new PeerSelection(() => [...new Set(ordinals)].sort((a, b) => a - b), ordinals);
  }

  private constructor(
    /** @internal */ public readonly _pick: (all: number[], bootstrap: number[]) => number[],
    /** @internal */ public readonly _named: readonly number[] = [],
    /** @internal */ public readonly _bootstrap: boolean = false) {}
}

/** How a peer list is rendered. */
export interface PeersOptions {
  /**
   * Text between two members: `,` for etcd and Kafka, ` ` for Redis Cluster, a line feed for zoo.cfg.
   *
   * @default ','
   */
  readonly separator?: string;

  /**
   * Which members the list names.
   *
   * @default - the members of the first start where the members bootstrap together, else all
   */
  readonly members?: PeerSelection;
}
