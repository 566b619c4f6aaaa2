import { Place, placesOf, valueAt, withValue } from './field-path';
import { KNOWN } from '../../../src/rules/fields/known';
import { formatPath } from '../../../src/rules/json';

/** An object with fields that a server may not know, written as null, which any field takes. */
export interface Strange {
  readonly object: any;
  /** Where they were added. */
  readonly added: readonly string[];
}

/** No API has such a field. */
const NOBODYS = 'fieldThatNobodyHas';
/** The server names at most a hundred. */
const AT_ONCE = 80;

/** Every name of every version, by the type that has it; read on its own, not by the reader of the rules. */
const TYPES = new Map(KNOWN.trim().split('\n').map((line): [string, Map<string, string>] => {
  const [type, ...fields] = line.split(' ');
  return [type, new Map(fields.map((field): [string, string] => [/^\w+/.exec(field)![0], /:\*?(.+)$/.exec(field)?.[1] ?? '']))];
}));

/** The type at a place of an object; undefined where there is a value, or keys that are the user's. */
export function typeAt(object: any, place: Place): string | undefined {
  let type: string | undefined = `${object.apiVersion}/${object.kind}`;
  for (const key of place) if (typeof key === 'string') type = TYPES.get(type ?? '')?.get(key);
  return TYPES.has(type ?? '') ? type : undefined;
}

/** The object with further fields in each of its structs: every one that some version knows there, and one that none does. */
export function strangeFields(object: any): Strange[] {
  const wanted = placesOf(object).flatMap((place) => {
    const value = valueAt(object, place);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
    const type = typeAt(object, place);
    // Among the user's own keys everything is known.
    if (type === undefined) return [];
    return [...TYPES.get(type)!.keys(), NOBODYS].filter((name) => !(name in value)).map((name): Place => [...place, name]);
  });
  return Array.from({ length: Math.ceil(wanted.length / AT_ONCE) }, (_, i) => wanted.slice(i * AT_ONCE, (i + 1) * AT_ONCE)).map((places) => ({
    object: places.reduce((now, place) => withValue(now, place, null), object), added: places.map(formatPath),
  }));
}

/** The fields that an answer to a strict request calls unknown. */
export function unknownIn(said: string): string[] {
  return [...said.matchAll(/unknown field "([^"]+)"/g)].map(([, field]) => field);
}
