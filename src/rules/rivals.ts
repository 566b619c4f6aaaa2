import { list, map, text } from './json';
import type { Workload } from './workloads';

/** Whether a workload stands for itself: what another object owns is that object's, and speaks through it. */
export function isRival({ object }: Workload): boolean {
  return list(map(object.metadata).ownerReferences).length === 0;
}

/** Kind and name, for a message. */
export function title({ object }: Workload): string {
  return `${object.kind} ${text(map(object.metadata).name) ?? ''}`;
}
