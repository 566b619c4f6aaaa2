import { list, text } from './json';
import type { FieldPath } from './rule';
import type { SetView } from './set-view';

/** `<set>-<n>.<service>` as a container's env value, command or argument spells it. */
export interface PeerName {
  /** The whole name as written. */
  readonly name: string;
  readonly path: FieldPath;
  readonly ordinal: number;
  /** What follows the Service, part by part: the namespace, `svc` and the cluster domain, as far as written. */
  readonly rest: readonly string[];
}

/** A name at the start of a word: set, ordinal, Service, what follows. */
const NAME = /(?<![\w.-])([a-z0-9-]+)-(0|[1-9]\d*)\.([a-z0-9-]+)((?:\.[a-z0-9-]+)*)(?![\w-])/g;

/** The names of a set's own members that its containers spell out. */
export function peerNames(set: SetView): PeerName[] {
  return literals(set).flatMap(({ literal, path }) => [...literal.matchAll(NAME)]
    .filter(([, owner, , service]) => owner === set.name && service === set.serviceName)
    .map(([name, , ordinal, , rest]) => ({ name, path, ordinal: Number(ordinal), rest: rest.split('.').filter(Boolean) })));
}

function literals(set: SetView): Array<{ literal: string; path: FieldPath }> {
  return set.containers.flatMap(({ container, path }) => [
    ...list(container.env).map((env, i) => ({ literal: text(env?.value) ?? '', path: [...path, 'env', i, 'value'] })),
    ...['command', 'args'].flatMap((field) => list(container[field])
      .map((word, i) => ({ literal: text(word) ?? '', path: [...path, field, i] }))),
  ]);
}
