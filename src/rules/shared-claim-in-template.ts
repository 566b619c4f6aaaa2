import { list, map, shown, text } from './json';
import { claimNames, mountsOf } from './mounts';
import type { Json, Rule } from './rule';
import { most } from './scale';
import type { SetView } from './set-view';
import { spreadsItself } from './spread-terms';

const HOSTNAME = 'kubernetes.io/hostname';

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
      const modes = modesOf(set, claim);
      const alone = modes.length > 0 && modes.every((mode) => mode === 'ReadWriteOncePod');
      const reached = modes.some((mode) => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany') || (!alone && staysOnOneNode(set));
      if (reads && reached) return;
      report({
        object: set.object,
        path: set.podPath('volumes', i, 'persistentVolumeClaim'),
        severity: reads || reached ? 'warning' : 'error',
        message: `all ${members} members mount the one claim ${shown(claim.claimName)}; `
          + (reached ? 'they write to one directory' : alone ? 'it is ReadWriteOncePod, so one of them starts and the others never do'
            : 'unless it is ReadWriteMany, members on other nodes never start, and if it is they write to one directory'),
        fix: 'declare it in volumeClaimTemplates, so that every member gets a volume of its own',
      });
    });
  },
};

function onlyRead(set: SetView, volume: Json): boolean {
  const mounts = set.containers.flatMap(mountsOf).filter(({ name }) => name === volume.name);
  return mounts.length > 0 && mounts.every(({ mount }) => mount.readOnly === true);
}

/** The access modes of the claim; none where it is not in the rendering. */
function modesOf(set: SetView, claim: Json): unknown[] {
  return list(set.all.find('PersistentVolumeClaim', set.namespace, text(claim.claimName) ?? '')?.spec?.accessModes);
}

/** Whether the scheduler has to put all members where the first of them is. */
function staysOnOneNode(set: SetView): boolean {
  const { affinity, nodeName, nodeSelector } = set.pod;
  if (text(nodeName) || text(map(nodeSelector)[HOSTNAME])) return true;
  return list(map(map(affinity).podAffinity).requiredDuringSchedulingIgnoredDuringExecution).map(map).some((term) => {
    const { topologyKey, namespaces, namespaceSelector, mismatchLabelKeys } = term;
    const own = list(namespaces).length > 0 ? list(namespaces).includes(set.namespace) : (namespaceSelector ?? undefined) === undefined;
    return topologyKey === HOSTNAME && own && list(mismatchLabelKeys).length === 0 && spreadsItself(set, { term, path: [], required: true });
  });
}
