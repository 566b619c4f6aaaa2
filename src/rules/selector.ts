import { list, map } from './json';

type Labels = Readonly<Record<string, unknown>>;

/** A label selector of apps/v1 and policy/v1: `matchLabels` and `matchExpressions`. */
export interface Selector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: ReadonlyArray<{ readonly key: string; readonly operator: string; readonly values?: readonly unknown[] }>;
}

/** True when every key of a Service's map selector has the same value in `labels`; an empty map selects nothing. */
export function mapSelects(selector: unknown, labels: Labels): boolean {
  const entries = Object.entries(map(selector));
  return entries.length > 0 && entries.every(([key, value]) => has(labels, key) && String(labels[key]) === String(value));
}

/** True when a label selector matches `labels`. Empty matches everything, absent matches nothing. */
export function selects(selector: Selector | null | undefined, labels: Labels): boolean {
  if (selector === null || typeof selector !== 'object') return false;
  return Object.entries(map(selector.matchLabels)).every(([key, value]) => has(labels, key) && String(labels[key]) === String(value))
    && list(selector.matchExpressions).every((e) => requirement(map(e), labels));
}

function requirement(e: Record<string, any>, labels: Labels): boolean {
  const known = has(labels, e.key);
  const among = known && list(e.values).map(String).includes(String(labels[e.key]));
  switch (e.operator) {
    case 'In': return among;
    case 'NotIn': return !among;
    case 'Exists': return known;
    case 'DoesNotExist': return !known;
    default: return false;
  }
}

function has(labels: Labels, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(labels, key);
}

/** True when a selector has neither labels nor expressions. */
export function isEmptySelector(selector: Selector | null | undefined): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length === 0 && (selector?.matchExpressions ?? []).length === 0;
}

/** Every label as `key=value`. */
export function pairs(labels: unknown): string[] {
  return Object.entries(map(labels)).map(([key, value]) => `${key}=${String(value)}`);
}
