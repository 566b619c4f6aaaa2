import { map } from './json';
import { integer } from './scale';
import type { SetView } from './set-view';
import { tolerated } from '../identity/quorum';

/** Whether the controller rolls updates out by itself: RollingUpdate is also the default. */
export function rolls(set: SetView): boolean {
  return (map(set.spec.updateStrategy).type || 'RollingUpdate') === 'RollingUpdate';
}

/** `updateStrategy.rollingUpdate`; empty when it is missing or no object. */
export function rollingUpdate(set: SetView): Record<string, any> {
  return map(map(set.spec.updateStrategy).rollingUpdate);
}

/** The partition of a rolling update; 0 is the default. */
export function partition(set: SetView): number {
  return rolls(set) ? integer(rollingUpdate(set).partition) ?? 0 : 0;
}

/** Whether pods are created one after the other: OrderedReady is also the default. */
export function ordered(set: SetView): boolean {
  return (set.spec.podManagementPolicy || 'OrderedReady') === 'OrderedReady';
}

/** How many members a rolling update takes down at once: percentages round down here, to one at least. */
export function takenDown(set: SetView): number {
  const value = rolls(set) ? rollingUpdate(set).maxUnavailable : undefined;
  const percent = typeof value === 'string' ? /^([0-9]+)%$/.exec(value) : null;
  return Math.max(1, percent ? Math.floor((Number(percent[1]) * set.replicas) / 100) : integer(value) ?? 1);
}

/** Whether `maxUnavailable`, where it is in force, takes more members than a declared quorum tolerates. */
export function takesQuorum(set: SetView, minor: number): boolean {
  return minor >= 35 && set.quorum && takenDown(set) > Math.max(1, tolerated(set.replicas));
}

/** Whether an API server that knows `maxUnavailable` takes the value: a whole number from 1 on, or 1% to 100%. */
export function isMaxUnavailable(value: unknown): boolean {
  const percent = typeof value === 'string' ? /^([0-9]+)%$/.exec(value) : null;
  return percent ? Number(percent[1]) >= 1 && Number(percent[1]) <= 100 : Number.isInteger(value) && (value as number) >= 1;
}
