import { isReady } from '../control-plane/pod-status';
import { KubernetesObject } from '../control-plane/resource-paths';

/** A pod of a set, as far as scenarios look at it. */
export interface Pod {
  readonly name: string;
  readonly ordinal: number;
  readonly uid: string;
  /** Empty until it is scheduled. */
  readonly node: string;
  /** Empty until it has one. */
  readonly address: string;
  readonly ready: boolean;
  /** Whether it has been asked to end. */
  readonly ending: boolean;
  readonly revision: string;
  readonly restarts: number;
}

export function podOf({ metadata, spec, status }: KubernetesObject): Pod {
  const { name, uid, deletionTimestamp, labels = {} } = metadata;
  return {
    name,
    ordinal: Number(name.slice(name.lastIndexOf('-') + 1)),
    uid,
    node: spec.nodeName ?? '',
    address: status?.podIP ?? '',
    ready: isReady({ status }),
    ending: deletionTimestamp !== undefined,
    revision: labels['controller-revision-hash'] ?? '',
    restarts: (status?.containerStatuses ?? []).reduce((sum: number, { restartCount }: any) => sum + restartCount, 0),
  };
}
