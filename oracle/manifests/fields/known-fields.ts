import { besideSet, exampleSets, generatedSets, KINDS, wholeSet } from './bases';
import { FieldKey, fieldAt, placesOf, shownField } from './field-path';
import { eachMistake, placesByField } from './mutants';
import { randomOf, some } from './random';
import { Reads } from './reads';
import { RULES } from '../../../src/rules';
import { ObjectSet } from '../../../src/rules/object-set';
import { judgeTogether } from '../../../src/rules/run';

const TARGET = { minor: 28, clusterDomain: 'cluster.local' };
/** So many damaged sets show what rules read on their rarer ways. */
const DAMAGED = 1500;

/** The fields that are put to the test, and where they come from. */
export interface KnownFields {
  /** Those that a rule reads, of the kinds that the constructs render. */
  readonly read: ReadonlyMap<string, FieldKey>;
  /** Those that the construct renders. */
  readonly rendered: ReadonlySet<string>;
  /** Those of them in which no mistake can be made, because the sets with every field have nothing around them. */
  readonly untried: readonly string[];
}

/** Finds out which fields rules read, by judging sets that tell of every read, and which the construct renders. */
export function knownFields(seed: number): KnownFields {
  const bases = [wholeSet(), besideSet()];
  const sets = [...bases, ...exampleSets(), ...generatedSets(50, seed)];
  const reads = new Reads();
  const watch = (objects: readonly any[]) => judgeTogether(new ObjectSet(objects.map((object) => reads.watched(object))), RULES, TARGET);
  for (const objects of sets) watch(objects);
  for (const whole of bases) for (const { objects } of some([...eachMistake(whole, reads.fields.values())], DAMAGED, randomOf(seed))) watch(objects);
  // What a damaged manifest has where a list or a map belongs is no field.
  const read = new Map([...reads.fields].filter(([, field]) => KINDS.has(field[0]) && !field.includes('toJSON') && field.every((key) => /^[\w[\]{}]+$/.test(key))));
  const fieldsOf = (object: any) => placesOf(object).slice(1).map((place) => shownField(fieldAt(object.kind, place)));
  const rendered = new Set(sets.slice(bases.length).flatMap((objects) => objects.flatMap(fieldsOf)));
  const tried = new Set(bases.flat().flatMap((object) => [...placesByField(object, read.values()).keys()]));
  return { read, rendered, untried: [...rendered].filter((field) => !tried.has(field) && !field.endsWith('.namespace')).sort() };
}
