import { scaled } from '../identity/quorum';

/** How many pods must stay healthy under a budget with this one field; undefined for a value that the API refuses. */
export function desiredHealthy(field: 'minAvailable' | 'maxUnavailable', value: unknown, pods: number): number | undefined {
  const count = isBudgetValue(value) ? scaled(value, pods) : undefined;
  if (count === undefined) return undefined;
  return field === 'minAvailable' ? count : Math.max(0, pods - count);
}

/** How many pods may be evicted while all are healthy. */
export function allowedDisruptions(desired: number, pods: number): number {
  return Math.max(0, pods - desired);
}

/** An integer from 0 on, or a percentage from 0% to 100%. */
export function isBudgetValue(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value <= 2147483647;
  return typeof value === 'string' && /^[0-9]+%$/.test(value) && Number(value.slice(0, -1)) <= 100;
}
