import { Json, compact, nonEmpty } from './json';
import { partitionOffset } from '../identity/ordinals';

export interface UpdateModel {
  readonly onDelete?: boolean;
  /** The ordinal from which pods are updated. */
  readonly fromOrdinal?: number;
  /** Gated field: see UpdatePolicy. */
  readonly maxUnavailable?: number | string;
}

export interface RetentionModel {
  readonly whenDeleted?: string;
  readonly whenScaled?: string;
}

export interface StatefulSetModel {
  /** Undefined where an autoscaler owns the field. */
  readonly replicas?: number;
  readonly start: number;
  readonly serviceName: string;
  readonly podManagementPolicy: string;
  readonly update: UpdateModel;
  readonly minReadySeconds?: number;
  readonly revisionHistoryLimit?: number;
  readonly retention?: RetentionModel;
  readonly selector: Json;
  readonly template: Json;
  readonly claims: readonly Json[];
}

/** What is immutable or has a surprising default is always written; the rest only when said. */
export function statefulSetSpec(model: StatefulSetModel): Json {
  return compact({
    minReadySeconds: model.minReadySeconds,
    ordinals: model.start === 0 ? undefined : { start: model.start },
    persistentVolumeClaimRetentionPolicy: model.retention && compact({ ...model.retention }),
    podManagementPolicy: model.podManagementPolicy,
    replicas: model.replicas,
    revisionHistoryLimit: model.revisionHistoryLimit,
    selector: model.selector,
    serviceName: model.serviceName,
    template: model.template,
    updateStrategy: updateStrategy(model.update, model.start),
    volumeClaimTemplates: nonEmpty(model.claims),
  });
}

function updateStrategy(update: UpdateModel, start: number): Json {
  if (update.onDelete) return { type: 'OnDelete' };
  const rollingUpdate = compact({
    partition: update.fromOrdinal === undefined ? undefined : partitionOffset(update.fromOrdinal, start),
    maxUnavailable: update.maxUnavailable,
  });
  return compact({ type: 'RollingUpdate', rollingUpdate });
}
