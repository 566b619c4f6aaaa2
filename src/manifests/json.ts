/** Plain JSON of a manifest or a part of one. */
export type Json = any;

/** The object without the keys whose value is undefined; undefined when none is left. */
export function compact(object: Record<string, Json>): Record<string, Json> | undefined {
  let kept: Record<string, Json> | undefined;
  for (const key of Object.keys(object)) {
    if (object[key] !== undefined) (kept ??= {})[key] = object[key];
  }
  return kept;
}

/** The list, or undefined when it is empty. */
export function nonEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}
