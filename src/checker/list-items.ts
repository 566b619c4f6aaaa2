import type { FieldPath, Json } from '../rules/rule';

/** An object of a document, with the path that leads to it. */
export interface Item {
  readonly object: Json;
  readonly path: FieldPath;
}

/**
 * The objects of a document: itself, or the items of a `List` or of any list kind; an item without kind and apiVersion
 * has those of the list.
 *
 * @see k8s.io/apimachinery v0.36.3 pkg/apis/meta/v1/unstructured/helpers.go (decodeToList)
 */
export function itemsOf(value: Json, path: FieldPath = []): Item[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  const { kind, apiVersion, items } = value;
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items)) return [{ object: value, path }];
  return items.flatMap((item, i) => {
    const typed = item && typeof item === 'object' && !item.kind && !item.apiVersion && kind !== 'List' ? { ...item, apiVersion, kind: kind.slice(0, -'List'.length) } : item;
    return itemsOf(typed, [...path, 'items', i]);
  });
}
