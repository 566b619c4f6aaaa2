import { mkdirSync, rmSync } from 'fs';
import { join } from 'path';
import { isReleased, localVolume, PROVISIONER, wantedOn } from './local-volume';
import { User } from '../control-plane/access';
import { ApiClient } from '../control-plane/api-client';
import { isGone } from '../control-plane/api-error';
import { Follow } from '../control-plane/follow';
import { KubernetesObject } from '../control-plane/resource-paths';

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
      if (node !== undefined) provisioner.next(`the claim ${claim.metadata.namespace}/${claim.metadata.name}`, () => provisioner.provide(claim, node));
    });
    await Follow.start(client, '/api/v1/persistentvolumes', (volume, change) => {
      if (change !== 'DELETED' && isReleased(volume)) provisioner.next(`the volume ${volume.metadata.name}`, () => provisioner.remove(volume));
    });
    return provisioner;
  }

  /** One step after the other. */
  private work = Promise.resolve();

  private constructor(private readonly client: ApiClient, private readonly folder: string) {}

  private next(what: string, step: () => Promise<void>): void {
    this.work = this.work.then(step).catch((error) => {
      // A claim that changes is told again; a volume that is there already was made for it.
      if (!isGone(error)) console.error(`${PROVISIONER} and ${what}: ${error.message}`);
    });
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
