import type { Shape } from './shape';
import { parseQuantity } from '../quantity';
import type { FieldPath } from '../rule';

/** A value that the API server does not take at its place. */
export interface Misfit {
  readonly path: FieldPath;
  /** Undefined where the field is missing. */
  readonly value: unknown;
  readonly expected: string;
  /** Whether it cannot be read at all, rather than being read and refused. */
  readonly unreadable: boolean;
}

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;

const isWhole = (value: unknown, limit: number) => Number.isInteger(value) && Number(value) >= -limit && Number(value) < limit;
const isMap = (value: unknown) => value !== null && typeof value === 'object' && !Array.isArray(value);
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Go reads bytes of a list of numbers too. */
const isBytes = (value: unknown) => value === null || (typeof value === 'string' ? BASE64.test(value.replace(/[\r\n]/g, ''))
  : Array.isArray(value) && value.every((each) => each === null || (Number.isInteger(each) && each >= 0 && each < 256)));
/** RFC 3339. */
const TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d([.,]\d+)?(Z|[+-]\d\d:\d\d)$/;
const isQuantity = (value: unknown) => value === null || parseQuantity(value) !== undefined;

/** Whether a value can be read as the type, and what it is called in a message. */
const TYPES: Readonly<Record<Shape['type'], { readonly expected: string; readonly reads: (value: any) => boolean }>> = {
  'text': { expected: 'text, in quotes where it looks like something else', reads: (value) => typeof value === 'string' },
  'flag': { expected: 'true or false without quotes', reads: (value) => typeof value === 'boolean' },
  'time': { expected: 'a time such as 2026-01-31T12:00:00Z', reads: (value) => typeof value === 'string' && TIME.test(value) },
  'int32': { expected: 'a whole number without quotes', reads: (value) => isWhole(value, INT32) },
  'int64': { expected: 'a whole number without quotes', reads: (value) => isWhole(value, INT64) },
  'int-or-text': { expected: 'a whole number or text', reads: (value) => typeof value === 'string' || isWhole(value, INT32) },
  'quantity': { expected: 'a quantity such as 500m or 10Gi', reads: isQuantity },
  'texts': { expected: 'keys with text values', reads: (value) => isMap(value) && Object.values(value).every((each) => typeof each === 'string' || each === null) },
  'bytes': { expected: 'values in base 64, or text below stringData', reads: (value) => isMap(value) && Object.values(value).every(isBytes) },
  'quantities': { expected: 'resources with quantities', reads: (value) => isMap(value) && Object.values(value).every(isQuantity) },
  'list': { expected: 'a list', reads: Array.isArray },
  'struct': { expected: 'an object', reads: isMap },
};

/** What the server makes of null in a list: the empty value of its type. */
const EMPTY: ReadonlyMap<Shape['type'], unknown> = new Map<Shape['type'], unknown>([['text', ''], ['struct', {}], ['int32', 0], ['int64', 0], ['int-or-text', 0]]);

/** Everything in a value that its shape does not take. Null is as good as nothing, except in a list. */
export function misfits(value: unknown, shape: Shape, minor: number): Misfit[] {
  const found: Misfit[] = [];
  walk(value, shape, minor, [], found);
  return found;
}

/** Nearly every value fits: the path grows and shrinks in place, and is copied for what does not. */
function walk(value: any, shape: Shape, minor: number, path: Array<string | number>, found: Misfit[]): void {
  if (value === undefined || value === null || minor < (shape.since ?? 0)) return;
  const { expected, reads } = TYPES[shape.type];
  if (!reads(value)) {
    const key = shape.type === 'bytes' && isMap(value) ? Object.keys(value).filter((each) => !isBytes(value[each])) : [];
    found.push({ path: [...path, ...key.slice(0, 1)], value, expected, unreadable: true });
    return;
  }
  const before = found.length;
  if (shape.type === 'list') {
    for (let i = 0; i < value.length; i++) {
      path.push(i);
      walk(value[i] ?? EMPTY.get(shape.of.type), shape.of, minor, path, found);
      path.pop();
    }
  } else if (shape.type === 'struct') {
    for (const field of shape.needs) {
      if ((value[field] ?? '') === '') found.push({ path: [...path, field], value: undefined, expected: field, unreadable: false });
    }
    for (const field of Object.keys(value)) {
      if (!Object.hasOwn(shape.fields, field) || (value[field] === '' && shape.needs.includes(field))) continue;
      path.push(field);
      walk(value[field], shape.fields[field], minor, path, found);
      path.pop();
    }
  }
  // A whole is judged where its parts can be read: the server gets no further either.
  if (found.length > before && found.slice(before).some(({ unreadable }) => unreadable)) return;
  const refused = shape.allow?.(value, minor);
  if (refused === undefined) return;
  const meant = typeof refused === 'string' ? { path: [], expected: refused } : refused;
  found.push({ path: [...path, ...meant.path], value: meant.path.reduce<any>((at, key) => at?.[key], value), expected: meant.expected, unreadable: false });
}
