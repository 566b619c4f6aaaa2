import { map } from './json';
import type { SetView } from './set-view';

/** The fewest members that a set runs on purpose: the minimum of its autoscaler, else its replicas. */
export function fewest(set: SetView): number {
  const autoscaler = set.autoscaler;
  return autoscaler === undefined ? set.replicas : integer(map(autoscaler.spec).minReplicas) ?? 1;
}

/** The most members that a set runs on purpose: the maximum of its autoscaler, else its replicas. */
export function most(set: SetView): number {
  const autoscaler = set.autoscaler;
  if (autoscaler !== undefined) return integer(map(autoscaler.spec).maxReplicas) ?? set.replicas;
  return set.replicasWritten ? set.replicas : set.range?.[1] ?? set.replicas;
}

/** The value when it is an integer. */
export function integer(value: unknown): number | undefined {
  return Number.isInteger(value) ? value as number : undefined;
}
