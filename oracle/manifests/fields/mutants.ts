import { FieldKey, fieldAt, Place, placesOf, shownField, valueAt, withValue } from './field-path';
import { MISTAKES, nearby, shownValue } from './values';

/** A set of manifests in which one or two fields of one object are wrong, or different. */
export interface Mutant {
  readonly objects: readonly any[];
  /** Index of the changed object. */
  readonly changed: number;
  /** The fields that were changed. */
  readonly fields: readonly string[];
  readonly what: string;
}

/** One change of a field. */
export interface Change { readonly place: Place; readonly value: unknown }

/** Names the object that is sent: `kubectl` puts them into the address. */
const OF_THE_ADDRESS = new Set(['metadata.namespace']);

/** A place for each field of an object, the first that has it, and for further fields that it does not have. */
export function placesByField(object: any, further: Iterable<FieldKey> = []): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const place of placesOf(object)) {
    const field = shownField(fieldAt(object.kind, place));
    if (place.length > 0 && !OF_THE_ADDRESS.has(place.join('.')) && !places.has(field)) places.set(field, place);
  }
  for (const field of further) {
    const shown = shownField(field);
    const above = places.get(shownField(field.slice(0, -1)));
    const parent = field.length === 2 ? [] : above;
    const last = field.at(-1)!;
    const holder = parent && valueAt(object, parent);
    if (places.has(shown) || last === '[]' || last === '{}' || field[0] !== object.kind || holder === null || typeof holder !== 'object' || Array.isArray(holder)) continue;
    if (!OF_THE_ADDRESS.has([...parent!, last].join('.'))) places.set(shown, [...parent!, last]);
  }
  return places;
}

/** The set of manifests with these changes of one object. */
export function withChanges(objects: readonly any[], index: number, changes: readonly Change[]): Mutant {
  const object = changes.reduce((now, { place, value }) => withValue(now, place, value), objects[index]);
  return {
    objects: objects.map((each, i) => i === index ? object : each),
    changed: index,
    fields: changes.map(({ place }) => shownField(fieldAt(objects[index].kind, place))),
    what: changes.length === 0 ? `${objects[index].kind} ${objects[index].metadata.name} as it is` : changes.map(({ place, value }) => `${objects[index].kind} ${objects[index].metadata.name} ${place.join('.')} = ${shownValue(value)}`).join(', '),
  };
}

/** Every field of every object with every mistake, one at a time. */
export function* eachMistake(objects: readonly any[], further: Iterable<FieldKey>): Generator<Mutant> {
  const known = [...further];
  for (const [index, object] of objects.entries()) {
    for (const place of placesByField(object, known).values()) {
      const value = valueAt(object, place);
      for (const mistake of [...MISTAKES, ...nearby(value)]) {
        if (JSON.stringify(mistake) !== JSON.stringify(value)) yield withChanges(objects, index, [{ place, value: mistake }]);
      }
    }
  }
}

/** Two fields of one object changed by chance. */
export function* chanceMistakes(objects: readonly any[], random: (below: number) => number): Generator<Mutant> {
  const places = objects.map((object) => [...placesByField(object).values()]);
  const pick = <T>(list: readonly T[]) => list[random(list.length)];
  for (;;) {
    const index = random(objects.length);
    const change = () => {
      const place = pick(places[index]);
      return { place, value: pick([...MISTAKES, ...nearby(valueAt(objects[index], place)), valueAt(objects[index], pick(places[index]))]) };
    };
    yield withChanges(objects, index, [change(), change()]);
  }
}
