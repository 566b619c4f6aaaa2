import { list, map, text } from './json';
import { referencesOf } from './references';
import type { FieldPath, Json } from './rule';
import type { SetView } from './set-view';
import { POD_NAME_ENV } from '../identity/labels';
import { peerServiceName } from '../identity/names';

/** `<set>-<n>.<service>` as a set spells it: in variables, commands, probes and hooks, and in the ConfigMaps that it reads. */
export interface PeerName {
  /** The whole name as written. */
  readonly name: string;
  /** The set, or the object that it reads. */
  readonly object: Json;
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
export const NAME = /(?<![\w.-])([a-z0-9-]+)-(0|[1-9]\d*)\.([a-z0-9-]+)((?:\.[a-z0-9-]+)*)(?![\w-])/g;

/** A name of the shape `<set>-<n>.<service>`, of whichever set. */
export interface PodName extends PeerName {
  readonly owner: string;
  readonly service: string;
  /** What the list that it is in is called: the variable or the option, and the line. */
  readonly context: string;
}

const known = new WeakMap<SetView, readonly PodName[]>();
const read = new WeakMap<Json, readonly PodName[]>();

/** Every name of the shape `<set>-<n>.<service>` that a set or what it reads spells out; read once, since several rules ask. */
export function podNames(set: SetView): readonly PodName[] {
  const found = known.get(set) ?? [...literalsOf(set).flatMap(namesIn), ...objectsRead(set).flatMap(namesOf)];
  known.set(set, found);
  return found;
}

/** The names that the pods of another workload spell out. */
export function namesOfClient(workload: Json): PodName[] {
  const jobs: FieldPath = workload.kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec'] : ['spec'];
  const pod: FieldPath = workload.kind === 'Pod' ? ['spec'] : [...jobs, 'template', 'spec'];
  const spec = pod.reduce<Json>((found, key) => map(found)[key], workload);
  const containers = ['containers', 'initContainers'].flatMap((field) => list(map(spec)[field]).map((container, i) => ({ container: map(container), path: [...pod, field, i] })));
  return literalsOf({ object: workload, containers }).flatMap(namesIn);
}

/** Names for a certificate, and hosts that are reached past a proxy: nobody looks them up. */
const NO_HOSTS = /alt[-_ ]?names?|(?<![a-z0-9])sans?(?![a-z0-9])|subject[-_]?alt|\bdns(\.\d+|:)|dns[-_]?names|(cert(ificate)?|tls|ssl)[-_]?(hosts?|dns|domains?|names?)|(^|[^-\w])-hostname=|openssl|cfssl|\bcsr\b|no[-_]?proxy|nonproxyhosts/gi;

/** Names of lists that stand for the whole membership: of etcd, ZooKeeper, Kafka's voters, and what is called so. */
export const MEMBERSHIP = /initial[-_. ]?cluster(?![-_]?(state|token))|voters|initial[-_]?members|zoo_?servers|\bmembers\b|(^|[-_ ])peers?\b|(^|\s)server\.\d+\s*=/gi;

function namesIn({ literal, object, path, called = '' }: Literal): PodName[] {
  if (!literal.includes('.')) return [];
  const before = lines(literal);
  return [...literal.matchAll(NAME)].map(({ 0: name, 1: owner, 2: ordinal, 3: service, 4: rest, index }) => ({
    name,
    object,
    owner,
    service,
    short: name.split('.', 2).join('.'),
    path,
    ordinal: Number(ordinal),
    rest: parts(rest),
    context: `${called} ${before(index)}`,
  })).filter(({ context }) => lastOf(NO_HOSTS, context) <= lastOf(MEMBERSHIP, context));
}

/** Where a pattern last fits; -1 for nowhere. */
export function lastOf(pattern: RegExp, told: string): number {
  return [...told.matchAll(pattern)].at(-1)?.index ?? -1;
}

/** Gives the line up to a place, of a long one its head and what is near; places are asked for in their order. */
function lines(literal: string): (index: number) => string {
  let start = 0;
  let end = literal.indexOf('\n');
  return (index) => {
    while (end !== -1 && end < index) {
      start = end + 1;
      end = literal.indexOf('\n', start);
    }
    return index - start <= 400 ? literal.slice(start, index) : `${literal.slice(start, start + 100)} ${literal.slice(index - 300, index)}`;
  };
}

/** Tells two places of one set apart. */
export function placeOf({ object, path }: Pick<PeerName, 'object' | 'path'>): string {
  return [object.kind, map(object.metadata).name, ...path].join('/');
}

/** The names of a set's own members that it or what it reads spells out. */
export function peerNames(set: SetView): PodName[] {
  return podNames(set).filter(({ owner, service }) => owner === set.name && service === set.serviceName);
}

/** The namespace that a name is looked up in: undefined where it may be no name of the cluster, as `web-0.example.com`. */
export function namespaceOfName(from: { readonly namespace: string }, { rest: [namespace, svc] }: PeerName): string | undefined {
  return namespace === undefined ? from.namespace : svc === 'svc' || (svc === undefined && namespace === from.namespace) ? namespace : undefined;
}

/** As above, for a peer Service: no file in a directory, what follows, a port. */
const PEER_NAME = new RegExp(`(?<![\\w.-]|(?<!/)/)${peerServiceName(`(?:([a-z0-9-]+)-(0|[1-9]\\d*)|\\$[({]${POD_NAME_ENV}[)}])`)}((?:\\.[a-z0-9-]+)*)(?:(:)(?=[\\d$])|(?![\\w-]))`, 'g');

/** The names of peer Services of a set that its own containers spell out. */
export function peerServiceNames(set: SetView): PeerServiceName[] {
  return literalsOf(set).flatMap(({ literal, path, object }) => [...literal.matchAll(PEER_NAME)].flatMap(([whole, owner, ordinal, after, port]) => {
    const rest = parts(after);
    const inCluster = rest[1] === 'svc' || (rest.length === 1 && rest[0] === set.namespace);
    // etcd-0-peer.crt is a file.
    if ((owner !== undefined && owner !== set.name) || (rest.length > 0 && !inCluster)) return [];
    const name = port === undefined ? whole : whole.slice(0, -port.length);
    return [{ name, object, short: after === '' ? name : name.slice(0, -after.length), path, ordinal: owner === undefined ? undefined : Number(ordinal), rest, host: inCluster || port !== undefined }];
  }));
}

function parts(rest: string): string[] {
  return rest.split('.').filter(Boolean);
}

/** A text that a set gives to its containers, and where it is written. */
interface Literal {
  readonly literal: string;
  readonly object: Json;
  readonly path: FieldPath;
  /** The variable or the option that it is the value of. */
  readonly called?: string;
}

/** What a shell does not read. */
const REMARK_OF_SHELL = /(^|[\s;])#.*$/gm;

const COMMANDS: readonly FieldPath[] = [
  ['command'], ['args'], ...['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) => [probe, 'exec', 'command']),
  ...['postStart', 'preStop'].map((hook) => ['lifecycle', hook, 'exec', 'command']),
];

interface Spelling {
  readonly object: Json;
  readonly containers: ReadonlyArray<{ readonly container: Json; readonly path: FieldPath }>;
}

/** What the containers of a set spell out: values of variables, words of commands and arguments. */
export function literalsOf({ object, containers }: Spelling): Literal[] {
  return containers.flatMap(({ container, path }) => [
    ...list(container.env).map((env, i) => ({ literal: text(env?.value) ?? '', object, path: [...path, 'env', i, 'value'], called: text(env?.name) })),
    ...COMMANDS.flatMap((field) => list(field.reduce<Json>((found, key) => map(found)[key], container))
      .map((word, i, words) => ({ literal: (text(word) ?? '').replace(REMARK_OF_SHELL, '$1'), object, path: [...path, ...field, i], called: text(words[i - 1]) }))),
  ]);
}

/** The ConfigMaps that a set reads, and the Secrets, as far as they are rendered. */
function objectsRead(set: SetView): Json[] {
  return [...new Set(referencesOf(set).filter(({ kind }) => kind === 'ConfigMap' || kind === 'Secret').flatMap(({ kind, name }) => set.all.find(kind, set.namespace, name) ?? []))];
}

/** A line that begins so is a remark in most files of settings, and so is what follows a space and a hash. */
const REMARK = /^[ \t]*(\/\/|;).*$|(^|[ \t])#.*$/gm;

/** The names in the texts of a ConfigMap, or of a Secret that is written as text; read once, since many sets may share it. */
function namesOf(object: Json): readonly PodName[] {
  const field = object.kind === 'Secret' ? 'stringData' : 'data';
  const found = read.get(object) ?? Object.entries(map(object[field]))
    .flatMap(([entry, value]) => namesIn({ literal: (text(value) ?? '').replace(REMARK, ''), object, path: [field, entry], called: entry }));
  read.set(object, found);
  return found;
}
