/** How members are chosen, and what can be wrong with the choice. */
interface Choice {
  readonly pick: (all: number[], bootstrap: number[]) => number[];
  /** Ordinals that the set must have. */
  readonly named?: readonly number[];
  /** What comes of one that it does not have. */
  readonly otherwise?: string;
  readonly bootstrap?: boolean;
  /** What is wrong whatever the set is. */
  readonly problem?: string;
}

/** Which members a list names. */
export class PeerSelection {
  /** Every ordinal that always exists: `replicas`, or the minimum of an autoscaled set. */
  public static all(): PeerSelection {
    return new PeerSelection({ pick: (all) => all });
  }

  /** The members of the first start: frozen, whatever the set has grown to. */
  public static bootstrap(): PeerSelection {
    return new PeerSelection({ pick: (_, bootstrap) => bootstrap, bootstrap: true });
  }

  /**
   * The lowest ordinals; all of them where there are fewer.
   *
   * @param count how many, one by default. Range: whole numbers from 1 on
   */
  public static first(count: number = 1): PeerSelection {
    return new PeerSelection({
      pick: (all) => all.slice(0, count),
      problem: Number.isInteger(count) && count >= 1 ? undefined : `PeerSelection.first(${count}) is no number of members, from 1 on`,
    });
  }

  /**
   * All but one; nobody in a set of one.
   *
   * @param ordinal the member that is left out, an ordinal of the set
   */
  public static others(ordinal: number): PeerSelection {
    return new PeerSelection({ pick: (all) => all.filter((o) => o !== ordinal), named: [ordinal], otherwise: 'so nobody would be left out' });
  }

  /**
   * The members of a role, by ordinal, ascending.
   *
   * @param ordinals at least one, each within the set
   */
  public static only(...ordinals: number[]): PeerSelection {
    return new PeerSelection({
      pick: () => [...new Set(ordinals)].sort((a, b) => a - b),
      named: ordinals,
      problem: ordinals.length > 0 ? undefined : 'PeerSelection.only() names no ordinal',
    });
  }

  private constructor(/** @internal */ public readonly _choice: Choice) {}
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
