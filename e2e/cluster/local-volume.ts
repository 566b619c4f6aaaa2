import { KubernetesObject } from '../control-plane/resource-paths';

/** Name of the provisioner in classes and annotations. */
export const PROVISIONER = 'cdk8s-stateful.dev/local';
/** The annotation by which the provisioner of a volume is known when it is to be deleted. */
const PROVISIONED_BY = 'pv.kubernetes.io/provisioned-by';
/** Written by the scheduler where a class waits for the first consumer. */
const SELECTED_NODE = 'volume.kubernetes.io/selected-node';
/** Written by a controller where a class names a provisioner outside of it. */
const ASKED = 'volume.kubernetes.io/storage-provisioner';

/** A class whose volumes are folders of the node on which their first pod is scheduled. */
export function storageClass(name: string, isDefault: boolean): KubernetesObject {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name, annotations: { 'storageclass.kubernetes.io/is-default-class': `${isDefault}` } },
    provisioner: PROVISIONER,
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
  };
}

/** The node on which a claim waits for a volume of ours; undefined if it waits for something else, or not at all. */
export function wantedOn({ metadata, spec, status }: KubernetesObject): string | undefined {
  const waits = status?.phase === 'Pending' && !spec.volumeName && !metadata.deletionTimestamp;
  return waits && metadata.annotations?.[ASKED] === PROVISIONER ? metadata.annotations[SELECTED_NODE] : undefined;
}

/** Whether nobody wants a volume of ours any more, and what it holds is to be deleted. */
export function isReleased({ metadata, spec, status }: KubernetesObject): boolean {
  const ours = metadata.annotations?.[PROVISIONED_BY] === PROVISIONER;
  return ours && status?.phase === 'Released' && spec.persistentVolumeReclaimPolicy === 'Delete';
}

/**
 * The volume of a claim, in a folder of a node.
 *
 * @param reclaimPolicy that of the class
 */
export function localVolume(claim: KubernetesObject, node: string, path: string, reclaimPolicy: string): KubernetesObject {
  const { name, namespace, uid, resourceVersion } = claim.metadata;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `pvc-${uid}`, annotations: { [PROVISIONED_BY]: PROVISIONER } },
    spec: {
      capacity: { storage: claim.spec.resources.requests.storage },
      accessModes: claim.spec.accessModes,
      volumeMode: claim.spec.volumeMode,
      persistentVolumeReclaimPolicy: reclaimPolicy,
      storageClassName: claim.spec.storageClassName,
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace, uid, resourceVersion },
      local: { path },
      nodeAffinity: {
        required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [node] }] }] },
      },
    },
  };
}
