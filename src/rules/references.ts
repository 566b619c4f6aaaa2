import { list, map, text } from './json';
import type { FieldPath, Json } from './rule';
import type { SetView } from './set-view';

/** An object of the set's namespace that its pods cannot start without. */
export interface Reference {
  readonly kind: 'ConfigMap' | 'Secret' | 'ServiceAccount' | 'PersistentVolumeClaim';
  readonly name: string;
  /** Keys of its data that must be there. */
  readonly keys: readonly string[];
  readonly path: FieldPath;
}

const known = new WeakMap<SetView, readonly Reference[]>();

/** What the pods of a set refer to by name and need to start; what is marked optional is left out. */
export function referencesOf(set: SetView): readonly Reference[] {
  const found = known.get(set) ?? [...ofAccount(set), ...ofVolumes(set), ...ofEnv(set)];
  known.set(set, found);
  return found;
}

function ofAccount(set: SetView): Reference[] {
  const name = text(set.pod.serviceAccountName);
  return name ? [{ kind: 'ServiceAccount', name, keys: [], path: set.podPath('serviceAccountName') }] : [];
}

function ofVolumes(set: SetView): Reference[] {
  return set.volumes.flatMap((volume, i) => {
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
