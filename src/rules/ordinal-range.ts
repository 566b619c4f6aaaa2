import type { SetView } from './set-view';

/** The ordinals that can have a pod, as a message shows them; an autoscaler can raise the last one. */
export interface OrdinalRange {
  readonly first: number;
  readonly last: number;
}

/** Undefined when nobody can tell from the rendering: the count is written nowhere, or the set is scaled to zero for now. */
export function ordinalRange(set: SetView): OrdinalRange | undefined {
  const { autoscaler, start } = set;
  if (!set.replicasWritten && !autoscaler && !set.range) return undefined;
  const max = autoscaler?.spec?.maxReplicas ?? set.range?.[1];
  const count = Math.max(set.replicas, Number.isInteger(max) ? max : 0);
  return count > 0 ? { first: start, last: start + count - 1 } : undefined;
}
