import { list, map, text } from './json';
import type { FieldPath, Json } from './rule';
import type { SetView } from './set-view';

/** An object that the pods of a set cannot start without: of the set's namespace, or a class of the cluster. */
export interface Reference {
  readonly kind: 'ConfigMap' | 'Secret' | 'ServiceAccount' | 'PersistentVolumeClaim' | 'StorageClass' | 'PriorityClass' | 'RuntimeClass';
  readonly name: string;
  /** Keys of its data that must be there. */
  readonly keys: readonly string[];
  readonly path: FieldPath;
}

const known = new WeakMap<SetView, readonly Reference[]>();

/** What the pods of a set refer to by name and need to start; what is marked optional is left out. */
export function referencesOf(set: SetView): readonly Reference[] {
  const found = known.get(set) ?? [...ofNames(set), ...ofVolumes(set), ...ofEnv(set), ...ofClaims(set)];
  known.set(set, found);
  return found;
}

/** Fields of the pod spec that are names of objects. */
const NAMES: ReadonlyArray<readonly [kind: Reference['kind'], field: string]> = [
  // The second is the old name of the first.
  ['ServiceAccount', 'serviceAccountName'], ['ServiceAccount', 'serviceAccount'], ['PriorityClass', 'priorityClassName'], ['RuntimeClass', 'runtimeClassName'],
];

function ofNames(set: SetView): Reference[] {
  return NAMES.flatMap(([kind, field]) => {
    const name = text(set.pod[field]);
    return name ? [{ kind, name, keys: [], path: set.podPath(field) }] : [];
  });
}

function ofClaims(set: SetView): Reference[] {
  return set.claims.flatMap((claim, i) => {
    const name = text(map(claim.spec).storageClassName);
    return name ? [{ kind: 'StorageClass' as const, name, keys: [], path: ['spec', 'volumeClaimTemplates', i, 'spec', 'storageClassName'] }] : [];
  });
}

function ofVolumes(set: SetView): Reference[] {
  const templates = new Set(set.claims.map((_, i) => set.claimNameAt(i)));
  return set.volumes.flatMap((volume, i) => {
    // The controller puts the member's own claim in its place.
    if (templates.has(volume.name)) return [];
    const at = (...rest: Array<string | number>) => set.podPath('volumes', i, ...rest);
    const items = (source: Json) => list(source.items).flatMap((item) => text(item?.key) ?? []);
    return [
      ...reference('ConfigMap', volume.configMap, 'name', items, at('configMap')),
      ...reference('Secret', volume.secret, 'secretName', items, at('secret')),
      ...reference('PersistentVolumeClaim', volume.persistentVolumeClaim, 'claimName', () => [], at('persistentVolumeClaim')),
      ...list(map(volume.projected).sources).flatMap((source, j) => [
        ...reference('ConfigMap', source?.configMap, 'name', items, at('projected', 'sources', j, 'configMap')),
        ...reference('Secret', source?.secret, 'name', items, at('projected', 'sources', j, 'secret')),
      ]),
    ];
  });
}

function ofEnv(set: SetView): Reference[] {
  const key = (source: Json) => [text(source.key)].flatMap((one) => one ?? []);
  return set.containers.flatMap(({ container, path }) => [
    ...list(container.env).flatMap((env, i) => [
      ...reference('ConfigMap', env?.valueFrom?.configMapKeyRef, 'name', key, [...path, 'env', i, 'valueFrom', 'configMapKeyRef']),
      ...reference('Secret', env?.valueFrom?.secretKeyRef, 'name', key, [...path, 'env', i, 'valueFrom', 'secretKeyRef']),
    ]),
    ...list(container.envFrom).flatMap((source, i) => [
      ...reference('ConfigMap', source?.configMapRef, 'name', () => [], [...path, 'envFrom', i, 'configMapRef']),
      ...reference('Secret', source?.secretRef, 'name', () => [], [...path, 'envFrom', i, 'secretRef']),
    ]),
  ]);
}

function reference(kind: Reference['kind'], given: unknown, field: string, keys: (source: Json) => string[], path: FieldPath): Reference[] {
  const source = map(given);
  const name = text(source[field]);
  return name && source.optional !== true ? [{ kind, name, keys: keys(source), path: [...path, field] }] : [];
}
