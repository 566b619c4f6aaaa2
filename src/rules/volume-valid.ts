import type { Struct } from './fields/shape';
import { VOLUME } from './fields/volumes';
import { list, map, shown, text } from './json';
import { isDnsLabel } from './label-syntax';
import { claimNames } from './mounts';
import { type FieldPath, type Json, type Rule, since } from './rule';
import type { SetView } from './set-view';
import { ephemeralClaimName } from '../identity/names';

/** What a volume can be made from; the server drops other keys unread. */
const SOURCES: ReadonlySet<string> = new Set(Object.keys(VOLUME.fields));
/** Sources whose missing fields are told here; those of the others are for the rule about values. */
const COMMON: ReadonlySet<string> = new Set(['secret', 'configMap', 'persistentVolumeClaim', 'hostPath', 'nfs', 'csi']);

interface Flaw {
  readonly path: FieldPath;
  readonly message: string;
  readonly fix: string;
  /** Whether the set is taken, and its pods are refused. */
  readonly onlyPods?: boolean;
}

export const volumeValid: Rule = {
  id: 'volume-valid',
  severity: 'error',
  title: 'a pod volume has a name that is a DNS label, one source, and what its source needs',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (ValidateVolumes, validateVolumeSource); pkg/apis/core/v1/defaults.go (SetDefaults_Volume: emptyDir)',
  rejected: since(34),
  set: (set, report, { minor }) => {
    const claims = claimNames(set);
    set.volumes.forEach((volume, i) => {
      // The controller puts the claim in its place.
      if (claims.has(volume.name)) return;
      const known = (key: string) => SOURCES.has(key) && minor >= (VOLUME.fields[key].since ?? 0);
      const sources = Object.keys(volume).filter((key) => known(key) && (volume[key] ?? undefined) !== undefined);
      for (const { path, message, fix, onlyPods } of flaws(volume, sources, set)) {
        report({ object: set.object, path: set.podPath('volumes', i, ...path), message: `${message}; the pod cannot be created`, fix, rejected: onlyPods ? false : undefined });
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

function flaws(volume: Json, sources: readonly string[], set: SetView): Flaw[] {
  const found: Flaw[] = [];
  if (!isDnsLabel(text(volume.name) ?? '')) {
    found.push({ path: ['name'], message: `${shown(volume.name)} is no name of a volume`, fix: 'use lower-case letters, digits and inner "-", at most 63' });
  }
  if (sources.length > 1) {
    found.push({ path: [sources[1]], message: `volume ${shown(volume.name)} has the sources ${sources.join(' and ')}`, fix: 'keep one of them, or make two volumes' });
  }
  for (const source of sources) {
    for (const field of COMMON.has(source) ? (VOLUME.fields[source] as Struct).needs : []) {
      if (map(volume[source])[field]) continue;
      found.push({ path: [source, field], message: `${source} of volume ${shown(volume.name)} has no ${field}`, fix: `write ${field}` });
    }
  }
  if (sources.includes('image') && !map(volume.image).reference) {
    found.push({ path: ['image', 'reference'], message: `image of volume ${shown(volume.name)} has no reference`, fix: 'write the name of the image with its tag', onlyPods: true });
  }
  const made = ephemeralOf(set, map(volume.persistentVolumeClaim).claimName);
  if (made) {
    found.push({
      path: ['persistentVolumeClaim', 'claimName'], message: `volume ${shown(volume.name)} names the claim that is made for the ephemeral volume ${shown(made)}`, fix: 'mount that volume', onlyPods: true,
    });
  }
  list(map(volume.projected).sources).forEach((source, i) => {
    for (const kind of ['configMap', 'secret']) {
      if (map(source)[kind] === undefined || map(source)[kind] === null || map(source[kind]).name) continue;
      found.push({ path: ['projected', 'sources', i, kind, 'name'], message: `${kind} of volume ${shown(volume.name)} has no name`, fix: 'write name' });
    }
  });
  return found;
}

/** The ephemeral volume whose claim, `<pod>-<volume>`, a pod of the set gets under the name. */
function ephemeralOf(set: SetView, claim: unknown): string | undefined {
  if (typeof claim !== 'string' || !claim.startsWith(`${set.name}-`)) return undefined;
  for (const { ephemeral, name } of set.volumes) {
    if (!ephemeral || typeof name !== 'string' || !claim.endsWith(`-${name}`)) continue;
    const ordinal = claim.slice(set.name.length + 1, claim.length - name.length - 1);
    if (/^\d+$/.test(ordinal) && claim === ephemeralClaimName(name, set.name, Number(ordinal)) && Number(ordinal) >= set.start && Number(ordinal) <= set.last) return name;
  }
  return undefined;
}
