import { mkdirSync, rmSync } from 'fs';
import { join } from 'path';
import { isReleased, localVolume, PROVISIONER, wantedOn } from './local-volume';
import { User } from '../control-plane/access';
import { ApiClient } from '../control-plane/api-client';
import { isGone } from '../control-plane/api-error';
import { Follow } from '../control-plane/follow';
import { KubernetesObject } from '../control-plane/resource-paths';
import { waitFor } from '../process/wait';

/** Seconds in which a step is tried again: the server may be busy, and nobody else makes the volume. */
const PATIENCE = 300;

export const PROVISIONER_USER: User = { name: 'system:local-volume-provisioner', groups: [] };

/** Lets the provisioner do what provisioners of volumes may do. */
export const PROVISIONER_RIGHTS: KubernetesObject = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  metadata: { name: PROVISIONER_USER.name },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:persistent-volume-provisioner' },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: PROVISIONER_USER.name }],
};

/**
 * Makes a folder and a PersistentVolume for every claim that waits for one, and takes both away when the claim is
 * gone. The volumes are of the type `local`, so that a kubelet gives them to the group of the pod.
 */
export class Provisioner {
  /** @param folder in it each node has a folder of its name */
  public static async start(client: ApiClient, folder: string): Promise<Provisioner> {
    const provisioner = new Provisioner(client, folder);
    await Follow.start(client, '/api/v1/persistentvolumeclaims', (claim, change) => {
      const node = change === 'DELETED' ? undefined : wantedOn(claim);
      if (node !== undefined) provisioner.begin(`the claim ${claim.metadata.namespace}/${claim.metadata.name} (${claim.metadata.uid})`, () => provisioner.provide(claim, node));
    });
    await Follow.start(client, '/api/v1/persistentvolumes', (volume, change) => {
      if (change !== 'DELETED' && isReleased(volume)) provisioner.begin(`the volume ${volume.metadata.name}`, () => provisioner.remove(volume));
    });
    return provisioner;
  }

  /** Steps that are under way: each object has its own, so that none waits for another. */
  private readonly begun = new Set<string>();

  private constructor(private readonly client: ApiClient, private readonly folder: string) {}

  /** Tries a step until it is done; one that is under way already is not begun again. */
  private begin(what: string, step: () => Promise<void>): void {
    if (this.begun.has(what)) return;
    this.begun.add(what);
    void waitFor(`${PROVISIONER} and ${what}`, PATIENCE, () => step().then(() => true, doneBefore), 500)
      .catch((error) => console.error(error.message))
      .finally(() => this.begun.delete(what));
  }

  private async provide(claim: KubernetesObject, node: string): Promise<void> {
    const { reclaimPolicy } = await this.client.get(`/apis/storage.k8s.io/v1/storageclasses/${claim.spec.storageClassName}`);
    const path = join(this.folder, node, 'volumes', `pvc-${claim.metadata.uid}`);
    // As a new file system is: of root, and the pod's group is given it by fsGroup.
    mkdirSync(path, { recursive: true, mode: 0o755 });
    await this.client.create(localVolume(claim, node, path, reclaimPolicy));
  }

  private async remove({ metadata: { name }, spec }: KubernetesObject): Promise<void> {
    rmSync(spec.local.path, { recursive: true, force: true });
    await this.client.delete(`/api/v1/persistentvolumes/${name}`);
  }
}

/** A volume that is there already was made for its claim, and one that has gone need not be removed. */
function doneBefore(error: Error): true {
  if (isGone(error)) return true;
  throw error;
}
