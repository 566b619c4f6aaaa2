import { list, map, text } from './json';
import type { Workload } from './workloads';

/** Whether a workload stands for itself: what another object owns is that object's, and speaks through it. */
export function isRival({ object }: Workload): boolean {
  return list(map(object.metadata).ownerReferences).length === 0;
}

/** Whether a workload is scaled to zero, mostly as one of two alternatives: it has no pods that anything could be mixed up with. */
export function isParked({ object }: Workload): boolean {
  return map(object.spec).replicas === 0;
}

/** Kind and name, for a message. */
export function title({ object }: Workload): string {
  return `${object.kind} ${text(map(object.metadata).name) ?? ''}`;
}
