import { map } from './json';
import type { FieldPath, Json } from './rule';
import type { ContainerView } from './set-view';

export const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const;

export type ProbeKind = 'startupProbe' | 'livenessProbe' | 'readinessProbe';

const KINDS: readonly ProbeKind[] = ['startupProbe', 'livenessProbe', 'readinessProbe'];

/** A probe of a container with the path it stands at. */
export interface ProbeView {
  readonly kind: ProbeKind;
  readonly probe: Json;
  readonly path: FieldPath;
}

/** The probes that are written; `readinessProbe: null` is none. */
export function probesOf(holder: ContainerView): ProbeView[] {
  return KINDS.filter((kind) => hasProbe(holder, kind)).map((kind) => ({ kind, probe: map(holder.container[kind]), path: [...holder.path, kind] }));
}

export function hasProbe({ container }: ContainerView, kind: ProbeKind): boolean {
  return typeof container[kind] === 'object' && container[kind] !== null;
}
