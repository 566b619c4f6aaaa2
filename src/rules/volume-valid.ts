import { list, map, shown, text } from './json';
import { isDnsLabel } from './label-syntax';
import { claimNames } from './mounts';
import { type FieldPath, type Json, type Rule, since } from './rule';

/** Fields without which a source is refused. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  secret: ['secretName'],
  configMap: ['name'],
  persistentVolumeClaim: ['claimName'],
  hostPath: ['path'],
  nfs: ['server', 'path'],
  csi: ['driver'],
};

/** What a volume can be made from; the server drops other keys unread. */
const SOURCES: ReadonlySet<string> = new Set([
  'awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'fc', 'flexVolume',
  'flocker', 'gcePersistentDisk', 'gitRepo', 'glusterfs', 'hostPath', 'image', 'iscsi', 'nfs', 'persistentVolumeClaim', 'photonPersistentDisk',
  'portworxVolume', 'projected', 'quobyte', 'rbd', 'scaleIO', 'secret', 'storageos', 'vsphereVolume',
]);

interface Flaw {
  readonly path: FieldPath;
  readonly message: string;
  readonly fix: string;
}

export const volumeValid: Rule = {
  id: 'volume-valid',
  severity: 'error',
  title: 'a pod volume has a name that is a DNS label, one source, and what its source needs',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (ValidateVolumes, validateVolumeSource); pkg/apis/core/v1/defaults.go (SetDefaults_Volume: emptyDir)',
  rejected: since(34),
  set: (set, report) => {
    const claims = claimNames(set);
    set.volumes.forEach((volume, i) => {
      // The controller puts the claim in its place.
      if (claims.has(volume.name)) return;
      const sources = Object.keys(volume).filter((key) => SOURCES.has(key) && volume[key] !== null && volume[key] !== undefined);
      for (const { path, message, fix } of flaws(volume, sources)) {
        report({ object: set.object, path: set.podPath('volumes', i, ...path), message: `${message}; the pod cannot be created`, fix });
      }
      if (sources.length > 0 || !text(volume.name)) return;
      report({
        object: set.object,
        path: set.podPath('volumes', i),
        severity: 'warning',
        rejected: false,
        message: `volume ${shown(volume.name)} has no source, so it is an emptyDir, whose content ends with the pod`,
        fix: 'write the source, or emptyDir: {} where that is meant',
      });
    });
  },
};

function flaws(volume: Json, sources: readonly string[]): Flaw[] {
  const found: Flaw[] = [];
  if (!isDnsLabel(text(volume.name) ?? '')) {
    found.push({ path: ['name'], message: `${shown(volume.name)} is no name of a volume`, fix: 'use lower-case letters, digits and inner "-", at most 63' });
  }
  if (sources.length > 1) {
    found.push({ path: [sources[1]], message: `volume ${shown(volume.name)} has the sources ${sources.join(' and ')}`, fix: 'keep one of them, or make two volumes' });
  }
  for (const source of sources) {
    for (const field of Object.hasOwn(NEEDED, source) ? NEEDED[source] : []) {
      if (map(volume[source])[field]) continue;
      found.push({ path: [source, field], message: `${source} of volume ${shown(volume.name)} has no ${field}`, fix: `write ${field}` });
    }
  }
  list(map(volume.projected).sources).forEach((source, i) => {
    for (const kind of ['configMap', 'secret']) {
      if (map(source)[kind] === undefined || map(source)[kind] === null || map(source[kind]).name) continue;
      found.push({ path: ['projected', 'sources', i, kind, 'name'], message: `${kind} of volume ${shown(volume.name)} has no name`, fix: 'write name' });
    }
  });
  return found;
}
