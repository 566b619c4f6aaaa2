import { list, map, text } from './json';
import type { Json } from './rule';
import type { Workload } from './workloads';

/** Whether a workload stands for itself beside the set: what another object owns is that object's, and a test of Helm is no part of the release. */
export function isRival({ object }: Workload): boolean {
  return list(map(object.metadata).ownerReferences).length === 0 && !isApart({ object });
}

/** Events of a release at which its own objects are not there: `helm test` starts pods for a question and ends them. */
const APART = /^(test|test-success|test-failure|crd-install|pre-install|post-delete)$/;

/** Whether a workload is there only while Helm runs it for an event; `helm template` prints it like any other. */
export function isHook({ object }: Pick<Workload, 'object'>): boolean {
  return events(object).length > 0;
}

/** Whether it is a hook that never runs beside the set but for `helm test`. */
export function isApart({ object }: Pick<Workload, 'object'>): boolean {
  return isHook({ object }) && events(object).every((event) => APART.test(event));
}

/** The values of the annotation `helm.sh/hook`. */
function events(object: Json): string[] {
  return (text(map(map(object.metadata).annotations)['helm.sh/hook']) ?? '').split(',').map((event) => event.trim()).filter(Boolean);
}

/** Whether a workload is scaled to zero, mostly as one of two alternatives: it has no pods that anything could be mixed up with. */
export function isParked({ object }: Workload): boolean {
  return map(object.spec).replicas === 0;
}

/** Kind and name, for a message. */
export function title({ object }: Workload): string {
  return `${object.kind} ${text(map(object.metadata).name) ?? ''}`;
}
