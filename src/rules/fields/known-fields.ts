import { KNOWN } from './known';
import type { FieldPath, Json } from '../rule';

/** A field that the API server of a version does not know. */
export interface UnknownField {
  readonly path: FieldPath;
  /** The minor version that brought it. */
  readonly since?: number;
  /** The minor version that took it away. */
  readonly until?: number;
  /** Where a field that is meant may be: the same name in another place, or nearly the same one here. */
  readonly meant?: FieldPath;
}

interface Field {
  readonly type?: string;
  readonly list: boolean;
  readonly since: number;
  readonly until: number;
}
type Fields = ReadonlyMap<string, Field>;

/** A struct on the way to a field. */
interface Step {
  readonly type: string;
  readonly path: FieldPath;
}

const FIELD = /^(\w+)(?:@(\d+))?(?:<(\d+))?(?::(\*?)([\w.]+))?$/;
/** So many letters may be wrong of a name of three times as many. */
const WRONG = 3;

let lines: ReadonlyMap<string, string> | undefined;
const types = new Map<string, Fields>();

/** The fields of a type, read when it is first asked for. */
function fieldsOf(type: string): Fields | undefined {
  const known = types.get(type);
  if (known) return known;
  lines ??= new Map(KNOWN.trim().split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line]));
  const line = lines.get(type);
  if (line === undefined) return undefined;
  const fields = new Map(line.split(' ').slice(1).map((word) => {
    const [, name, since = '0', until = 'Infinity', list, of] = FIELD.exec(word)!;
    return [name, { type: of, list: list === '*', since: Number(since), until: Number(until) }];
  }));
  types.set(type, fields);
  return fields;
}

const isKnownIn = (field: Field, minor: number) => minor >= field.since && minor < field.until;

/** The fields of an object that the API server of a minor version does not know; none of a kind that is not in the list. */
export function unknownFields(object: Json, minor: number): UnknownField[] {
  const type = `${String(object?.apiVersion)}/${String(object?.kind)}`;
  const fields = fieldsOf(type);
  if (!fields) return [];
  const walk = new Walk(minor);
  walk.struct(object, type, fields);
  return walk.found;
}

/** Nearly every field is known: the way to it grows and shrinks in place, and is copied for those that are not. */
class Walk {
  public readonly found: UnknownField[] = [];
  private readonly path: Array<string | number> = [];
  /** The structs on the way, and how long the path to each is. */
  private readonly types: string[] = [];
  private readonly lengths: number[] = [];

  public constructor(private readonly minor: number) {}

  public struct(value: any, type: string, fields: Fields): void {
    this.types.push(type);
    this.lengths.push(this.path.length);
    for (const name of Object.keys(value)) {
      const field = fields.get(name);
      if (field === undefined || !isKnownIn(field, this.minor)) this.found.push(unknown(name, field, this.steps(), this.minor));
      else if (field.type !== undefined) this.held(value[name], name, field);
    }
    this.types.pop();
    this.lengths.pop();
  }

  /** What is no list where one belongs, or the other way round, is for other rules. */
  private held(value: any, key: string, { type, list }: Field): void {
    if (value === null || typeof value !== 'object' || Array.isArray(value) !== list) return;
    const fields = fieldsOf(type!)!;
    this.path.push(key);
    if (!list) this.struct(value, type!, fields);
    else for (let i = 0; i < value.length; i++) this.item(value[i], i, type!, fields);
    this.path.pop();
  }

  private item(value: any, index: number, type: string, fields: Fields): void {
    if (!isStruct(value)) return;
    this.path.push(index);
    this.struct(value, type, fields);
    this.path.pop();
  }

  private steps(): Step[] {
    return this.types.map((type, i) => ({ type, path: this.path.slice(0, this.lengths[i]) }));
  }
}

function isStruct(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function unknown(name: string, field: Field | undefined, steps: readonly Step[], minor: number): UnknownField {
  const path = [...steps[steps.length - 1].path, name];
  if (field === undefined) return { path, meant: elsewhere(name, steps, minor) ?? nearlyHere(name, steps[steps.length - 1], minor) };
  return minor < field.since ? { path, since: field.since } : { path, until: field.until };
}

/** The same name in a struct on the way, or in one that such a struct holds. */
function elsewhere(name: string, steps: readonly Step[], minor: number): FieldPath | undefined {
  const inside = (step: Step): Step[] => [...fieldsOf(step.type)!]
    .flatMap(([key, { type, list }]) => type === undefined || list ? [] : [{ type, path: [...step.path, key] }]);
  const upwards = [...steps].reverse();
  const found = [...upwards, ...upwards.flatMap(inside)].find(({ type }) => {
    const field = fieldsOf(type)?.get(name);
    return field && isKnownIn(field, minor);
  });
  return found && [...found.path, name];
}

/** A name of the same struct that differs by few letters; nothing where two are as near. */
function nearlyHere(name: string, { type, path }: Step, minor: number): FieldPath | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / WRONG)) + 1;
  for (const [other, field] of fieldsOf(type)!) {
    if (!isKnownIn(field, minor)) continue;
    const apart = distance(name.toLowerCase(), other.toLowerCase(), least);
    if (apart >= least) continue;
    best = other;
    least = apart;
  }
  return best === undefined ? undefined : [...path, best];
}

/** How many letters are to be added, taken out, changed or swapped with the next; `enough` or more where it is not less. */
function distance(a: string, b: string, enough: number): number {
  if (Math.abs(a.length - b.length) >= enough) return enough;
  let [before, row]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2] + 1 : Infinity;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), swapped));
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
