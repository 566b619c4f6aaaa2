/** Keys of a manifest from its root; `[]` stands for any entry of a list, `{}` for any key that the user chose. */
export type FieldKey = readonly string[];
/** Keys and indices of a value. */
export type Place = ReadonlyArray<string | number>;

/** Maps whose keys are the user's. */
const FREE = new Set(['labels', 'annotations', 'matchLabels', 'nodeSelector', 'requests', 'limits', 'data', 'stringData', 'binaryData', 'parameters']);

function isFree(place: Place): boolean {
  const last = place.at(-1);
  // A Service's selector is a map of labels; that of anything else holds one.
  return FREE.has(String(last)) || (last === 'selector' && place.length === 2 && place[0] === 'Service.spec');
}

/** The field at a place of an object of a kind: `StatefulSet spec containers [] name`. */
export function fieldAt(kind: string, place: Place): FieldKey {
  const keys: string[] = [kind];
  place.forEach((key, i) => {
    const above = place.slice(0, i);
    const owner = i === 2 && kind === 'Service' && above[0] === 'spec' ? ['Service.spec', above[1]] : above;
    keys.push(typeof key === 'number' ? '[]' : isFree(owner) ? '{}' : key);
  });
  return keys;
}

export function shownField(field: FieldKey): string {
  return field.join('.').replace(/\.\[\]/g, '[]').replace(/\.\{\}/g, '{}');
}

/** Every place of a value, the root first. */
export function placesOf(value: unknown, at: Place = []): Place[] {
  if (value === null || typeof value !== 'object') return [at];
  const entries: Array<[string | number, unknown]> = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [at, ...entries.flatMap(([key, each]) => placesOf(each, [...at, key]))];
}

export function valueAt(root: any, place: Place): any {
  return place.reduce((value, key) => value?.[key], root);
}

/** A copy with another value at the place; undefined takes the field out. */
export function withValue(root: any, place: Place, value: unknown): any {
  if (place.length === 0) return value;
  const [key, ...rest] = place;
  if (Array.isArray(root)) {
    const copy = [...root];
    // JSON has no holes.
    while (copy.length < Number(key)) copy.push(null);
    if (rest.length === 0 && value === undefined) copy.splice(Number(key), 1);
    else copy[Number(key)] = withValue(copy[Number(key)], rest, value);
    return copy;
  }
  // A key that is there keeps its place.
  const copy = { ...root, [key]: withValue(root?.[key], rest, value) };
  if (copy[key] === undefined) delete copy[key];
  return copy;
}
