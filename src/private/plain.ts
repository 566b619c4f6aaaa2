import { ApiObjectMetadataDefinition, Lazy } from 'cdk8s';

/**
 * Tokens resolved, keys sorted, absent values dropped: what cdk8s does to every object, in one walk.
 *
 * @param value anything that a manifest may hold
 * @param sorted whether keys are sorted
 * @param filled whether empty lists and maps are dropped too, as in metadata
 */
export function plain(value: any, sorted: boolean, filled = false): any {
  if (value === null || typeof value !== 'object') return value ?? undefined;
  if (Array.isArray(value)) return filled && value.length === 0 ? undefined : value.map((item) => plain(item, sorted, filled));
  if (value.constructor !== Object) {
    if (value instanceof Lazy) return plain(value.produce(), sorted, filled);
    if (typeof value.resolve === 'function') return plain(value.resolve(), sorted, filled);
    if (['number', 'string'].includes(typeof value.value)) return value.value;
    throw new Error(`can't render non-simple object of type '${value.constructor?.name}'`);
  }
  const keys = Object.keys(value);
  if (sorted) sort(keys);
  const result: Record<string, any> = {};
  let empty = true;
  for (const key of keys) {
    const given = value[key];
    if (key === 'resolve' && typeof given === 'function') return plain(value.resolve(), sorted, filled);
    const item = given === null || typeof given !== 'object' ? given ?? undefined : plain(given, sorted, filled);
    if (item === undefined) continue;
    result[key] = item;
    empty = false;
  }
  return filled && empty ? undefined : result;
}

/** In place. Maps of a manifest are small and mostly in order already, where the general sort costs more than the walk. */
function sort(keys: string[]): void {
  if (keys.length > 32) {
    keys.sort();
    return;
  }
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i];
    let j = i - 1;
    for (; j >= 0 && keys[j] > key; j--) keys[j + 1] = keys[j];
    keys[j + 1] = key;
  }
}

/**
 * `metadata.toJson()` without a walk up the construct tree for every label. It reads what the class keeps to itself;
 * where a version of cdk8s keeps it otherwise, its own method is asked.
 */
export function metadataJson(metadata: ApiObjectMetadataDefinition): any {
  const { name, namespace, labels, annotations, finalizers, ownerReferences, _additionalAttributes: more } = metadata as any;
  if (!labels || !annotations || !finalizers || !ownerReferences || !more) return metadata.toJson();
  const known: Record<string, any> = { annotations, finalizers, labels, name, namespace, ownerReferences };
  for (const key in more) {
    if (!(key in known)) return plain({ ...more, ...known }, true, true);
  }
  return plain(known, true, true);
}

/** What an object comes to, or undefined where it cannot be rendered. */
export function attempt<T>(produce: () => T): T | undefined {
  try {
    return produce();
  } catch {
    return undefined;
  }
}
