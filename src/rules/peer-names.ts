import { list, text } from './json';
import type { FieldPath } from './rule';
import type { SetView } from './set-view';
import { POD_NAME_ENV } from '../identity/labels';
import { peerServiceName } from '../identity/names';

/** `<set>-<n>.<service>` as a container's env value, command or argument spells it. */
export interface PeerName {
  /** The whole name as written. */
  readonly name: string;
  /** Its part that resolves in the pod's own namespace. */
  readonly short: string;
  readonly path: FieldPath;
  readonly ordinal: number;
  /** What follows the Service, part by part: the namespace, `svc` and the cluster domain, as far as written. */
  readonly rest: readonly string[];
}

/** `<set>-<n>-peer` or `$(POD_NAME)-peer`, with what follows. */
export interface PeerServiceName extends Omit<PeerName, 'ordinal'> {
  /** Undefined for the pod's own. */
  readonly ordinal?: number;
  /** True when a port or a namespace follows, so that it can be nothing but a host. */
  readonly host: boolean;
}

/** A name at the start of a word: set, ordinal, Service, what follows. */
const NAME = /(?<![\w.-])([a-z0-9-]+)-(0|[1-9]\d*)\.([a-z0-9-]+)((?:\.[a-z0-9-]+)*)(?![\w-])/g;

/** A name of the shape `<set>-<n>.<service>`, of whichever set. */
export interface PodName extends PeerName {
  readonly owner: string;
  readonly service: string;
}

const known = new WeakMap<SetView, readonly PodName[]>();

/** Every name of the shape `<set>-<n>.<service>` that the containers of a set spell out; read once, since several rules ask. */
export function podNames(set: SetView): readonly PodName[] {
  const found = known.get(set) ?? literals(set).flatMap(({ literal, path }) => literal.includes('.') ? [...literal.matchAll(NAME)]
    .map(([name, owner, ordinal, service, rest]) => ({ name, owner, service, short: name.split('.', 2).join('.'), path, ordinal: Number(ordinal), rest: parts(rest) })) : []);
  known.set(set, found);
  return found;
}

/** The names of a set's own members that its containers spell out. */
export function peerNames(set: SetView): PeerName[] {
  return podNames(set).filter(({ owner, service }) => owner === set.name && service === set.serviceName);
}

/** The namespace that a name is looked up in: undefined where it may be no name of the cluster, as `web-0.example.com`. */
export function namespaceOfName(set: SetView, { rest: [namespace, svc] }: PeerName): string | undefined {
  return namespace === undefined ? set.namespace : svc === 'svc' || (svc === undefined && namespace === set.namespace) ? namespace : undefined;
}

/** As above, for a peer Service: no file in a directory, what follows, a port. */
const PEER_NAME = new RegExp(`(?<![\\w.-]|(?<!/)/)${peerServiceName(`(?:([a-z0-9-]+)-(0|[1-9]\\d*)|\\$[({]${POD_NAME_ENV}[)}])`)}((?:\\.[a-z0-9-]+)*)(?:(:)(?=[\\d$])|(?![\\w-]))`, 'g');

/** The names of peer Services of a set that its own containers spell out. */
export function peerServiceNames(set: SetView): PeerServiceName[] {
  return literals(set).flatMap(({ literal, path }) => [...literal.matchAll(PEER_NAME)].flatMap(([whole, owner, ordinal, after, port]) => {
    const rest = parts(after);
    const inCluster = rest[1] === 'svc' || (rest.length === 1 && rest[0] === set.namespace);
    // etcd-0-peer.crt is a file.
    if ((owner !== undefined && owner !== set.name) || (rest.length > 0 && !inCluster)) return [];
    const name = port === undefined ? whole : whole.slice(0, -port.length);
    return [{ name, short: after === '' ? name : name.slice(0, -after.length), path, ordinal: owner === undefined ? undefined : Number(ordinal), rest, host: inCluster || port !== undefined }];
  }));
}

function parts(rest: string): string[] {
  return rest.split('.').filter(Boolean);
}

function literals(set: SetView): Array<{ literal: string; path: FieldPath }> {
  return set.containers.flatMap(({ container, path }) => [
    ...list(container.env).map((env, i) => ({ literal: text(env?.value) ?? '', path: [...path, 'env', i, 'value'] })),
    ...['command', 'args'].flatMap((field) => list(container[field])
      .map((word, i) => ({ literal: text(word) ?? '', path: [...path, field, i] }))),
  ]);
}
