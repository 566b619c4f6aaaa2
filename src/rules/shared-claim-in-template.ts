import { list, map, shown, text } from './json';
import { claimNames, mountsOf } from './mounts';
import type { Json, Rule } from './rule';
import { most } from './scale';
import type { SetView } from './set-view';

export const sharedClaimInTemplate: Rule = {
  id: 'shared-claim-in-template',
  severity: 'error',
  title: 'with more than one replica the pod template mounts no PersistentVolumeClaim',
  source: 'kubernetes v1.36.3 pkg/controller/volume/attachdetach/reconciler/reconciler.go L396; paperclipinc/openclaw#328',
  set: (set, report) => {
    const members = most(set);
    if (members <= 1) return;
    const claims = claimNames(set);
    set.volumes.forEach((volume, i) => {
      const claim = map(volume.persistentVolumeClaim);
      if (volume.persistentVolumeClaim === undefined || claims.has(volume.name)) return;
      const reads = claim.readOnly === true || onlyRead(set, volume);
      const many = reachesManyNodes(set, claim);
      if (reads && many) return;
      report({
        object: set.object,
        path: set.podPath('volumes', i, 'persistentVolumeClaim'),
        severity: reads || many ? 'warning' : 'error',
        message: `all ${members} members mount the one claim ${shown(claim.claimName)}; `
          + (many ? 'they write to one directory' : 'unless it is ReadWriteMany, members on other nodes never start, and if it is they write to one directory'),
        fix: 'declare it in volumeClaimTemplates, so that every member gets a volume of its own',
      });
    });
  },
};

function onlyRead(set: SetView, volume: Json): boolean {
  const mounts = set.containers.flatMap(mountsOf).filter(({ name }) => name === volume.name);
  return mounts.length > 0 && mounts.every(({ mount }) => mount.readOnly === true);
}

/** Whether the claim is in the rendering and can be used on several nodes. */
function reachesManyNodes(set: SetView, claim: Json): boolean {
  const found = set.all.find('PersistentVolumeClaim', set.namespace, text(claim.claimName) ?? '');
  return list(found?.spec?.accessModes).some((mode) => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany');
}
