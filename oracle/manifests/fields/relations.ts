import { FieldKey, fieldAt, Place, placesOf, shownField, valueAt, withValue } from './field-path';
import { Change, withChanges, Mutant } from './mutants';
import { resourcePairs, SHARED } from './resources';
import { HOLDERS, Setting, SETTINGS } from './settings';
import { MEMBERS } from './unions';

/** Changes of one StatefulSet that are wrong, if they are, only together or beside something that is there. */
export interface Relation {
  readonly kind: 'setting' | 'pair' | 'twin' | 'neighbour' | 'union' | 'resources';
  readonly changes: readonly Change[];
}

/** Where a setting stands: `container.volumeMounts.0.readOnly` in the first container. */
export function placeOf(field: string): Place {
  const [holder, ...rest] = field.split('.');
  return [...HOLDERS[holder], ...rest.map((key) => /^\d+$/.test(key) ? Number(key) : key)];
}

const changesOf = ([field, ...values]: Setting): Change[] => values.map((value) => ({ place: placeOf(field), value }));

/** Every value of every setting by itself, and beside every value of every other setting of its group. */
export function* pairs(group: readonly Setting[]): Generator<Relation> {
  for (const [i, setting] of group.entries()) {
    for (const one of changesOf(setting)) {
      yield { kind: 'setting', changes: [one] };
      for (const other of group.slice(i + 1)) for (const two of changesOf(other)) yield { kind: 'pair', changes: [one, two] };
    }
  }
}

/** The entries of every list once more: in all but one leaf the same, and in only one; in the same list, and in the list of the next container. */
export function* twins(set: any): Generator<Relation> {
  const seen = new Set<string>();
  for (const place of placesOf(set)) {
    // Each entry stands for those of its shape.
    const item = valueAt(set, place);
    const field = shownField(fieldAt(set.kind, place)) + Object.keys(item ?? {}).join();
    if (typeof place.at(-1) !== 'number' || item === null || typeof item !== 'object' || seen.has(field)) continue;
    seen.add(field);
    const list = place.slice(0, -1);
    for (const made of nearlyTheSame(item)) {
      yield { kind: 'twin', changes: [{ place: list, value: [...valueAt(set, list), made] }] };
      for (const beside of sameListElsewhere(list)) yield { kind: 'neighbour', changes: [{ place: beside, value: [...valueAt(set, beside) ?? [], made] }] };
    }
  }
}

function* nearlyTheSame(item: any): Generator<unknown> {
  const leaves = placesOf(item).filter((place) => ['string', 'number', 'boolean'].includes(typeof valueAt(item, place)));
  const another = (from: any, place: Place) => withValue(from, place, otherThan(valueAt(item, place)));
  yield item;
  for (const leaf of leaves) {
    yield another(item, leaf);
    yield leaves.filter((each) => each !== leaf).reduce(another, item);
  }
}

function otherThan(value: string | number | boolean): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return /^[A-Z0-9]|[^\w]$/.test(value) ? value : `${value}x`;
}

/** The same list of the second container, of an init container and of a sidecar. */
function sameListElsewhere(list: Place): Place[] {
  const at = list.indexOf('containers') + 2;
  return at < 2 || at > list.length - 1 ? [] : [HOLDERS.other, HOLDERS.init, HOLDERS.sidecar].map((holder) => [...holder, ...list.slice(at)]);
}

/** A second member in every union that is there. */
export function* unions(set: any): Generator<Relation> {
  for (const place of placesOf(set)) {
    const members = MEMBERS.get(shownField(fieldAt(set.kind, place) as FieldKey).replace(/initContainers/, 'containers'));
    for (const [field, value] of Object.entries(members ?? {})) {
      if (valueAt(set, [...place, field]) === undefined) yield { kind: 'union', changes: [{ place: [...place, field], value }] };
    }
  }
}

/** All relations. */
export function relationsOf(set: any): Relation[] {
  return [
    ...Object.values(SETTINGS).flatMap((group) => [...pairs(group)]),
    ...pairs(SHARED),
    ...resourcePairs().flatMap((setting) => changesOf(setting)).map((change): Relation => ({ kind: 'resources', changes: [change] })),
    ...twins(set),
    ...unions(set),
  ];
}

/** Two relations in one set, which need not have what they are about. */
export function* chanceRelations(sets: ReadonlyArray<readonly any[]>, relations: readonly Relation[], random: (below: number) => number): Generator<Mutant> {
  const pick = <T>(list: readonly T[]) => list[random(list.length)];
  for (;;) {
    const [one, two] = [pick(relations), pick(relations)];
    yield mutantOf(pick(sets), { kind: 'pair', changes: [...one.changes, ...two.changes] });
  }
}

export function mutantOf(objects: readonly any[], { kind, changes }: Relation): Mutant {
  const made = withChanges(objects, objects.findIndex((object) => object.kind === 'StatefulSet'), changes);
  return { ...made, what: `${kind}: ${made.what}` };
}
