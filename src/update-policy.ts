import { UpdateModel } from './manifests/stateful-set';

/** Options of `UpdatePolicy.rolling`. */
export interface RollingUpdateOptions {
  /**
   * The ordinal from which pods are updated; lower ones keep their revision, also when they are re-created.
   *
   * Converted to the API's `partition`, which counts from `ordinals.start`: with a start of 5 and replicas 3, updating
   * from ordinal 6 on is `partition: 1`; `partition: 6` would update nothing.
   * Range: ordinalsStart … highest ordinal.
   *
   * @default - every ordinal is updated
   * @see https://github.com/kubernetes/kubernetes/issues/128529
   */
  readonly fromOrdinal?: number;

  /**
   * How many pods may be down during the update (`maxUnavailable`).
   *
   * The API server drops it without a word unless the gate MaxUnavailableStatefulSet is on: off up to 1.34 and in
   * 1.35.4 and 1.36, on in 1.35.0–1.35.3 and from 1.37. Range: from 1 on.
   *
   * @default - one
   */
  readonly maxUnavailable?: number;
}

/** How a changed pod template reaches the pods: `spec.updateStrategy`. */
export class UpdatePolicy {
  /** From the highest ordinal down, each pod after the one before is ready. */
  public static rolling(options: RollingUpdateOptions = {}): UpdatePolicy {
    return new UpdatePolicy({ fromOrdinal: options.fromOrdinal, maxUnavailable: options.maxUnavailable });
  }

  /** Only when somebody deletes a pod; a crashed pod comes back on the new revision, so revisions mix. */
  public static onDelete(): UpdatePolicy {
    return new UpdatePolicy({ onDelete: true });
  }

  private constructor(/** @internal */ public readonly _model: UpdateModel) {}
}
