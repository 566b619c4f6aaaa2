import { list } from './json';
import type { Json } from './rule';
import type { SetView } from './set-view';

/** The container port that a Service's named target port means; undefined when no container that keeps running declares it. */
export function namedPort(set: SetView, port: Json): Json | undefined {
  return set.containers.filter(({ init, sidecar }) => !init || sidecar)
    .flatMap(({ container }) => list(container.ports))
    .find((declared) => declared?.name === port.targetPort && (declared?.protocol ?? 'TCP') === (port.protocol ?? 'TCP'));
}
