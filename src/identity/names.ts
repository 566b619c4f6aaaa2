/** What the names of one StatefulSet are made of. */
export interface Names {
  /** `metadata.name` of the StatefulSet. */
  readonly set: string;
  /** `spec.serviceName`: the headless Service. */
  readonly service: string;
  readonly namespace: string;
  /** Cluster domain without a leading or trailing dot, for example `cluster.local`. */
  readonly domain: string;
}

/** The namespace that the API server puts an object into when neither it nor the client names one. */
export const DEFAULT_NAMESPACE = 'default';
export const DEFAULT_CLUSTER_DOMAIN = 'cluster.local';

/**
 * The longest StatefulSet name that always works: each pod carries the label
 * `controller-revision-hash: <name>-<hash>`, and a hash has up to ten characters.
 */
export const MAX_SET_NAME = 52;
export const MAX_LABEL = 63;
export const MAX_NAME = 253;

/** Pod name and hostname: `<set>-<ordinal>`. */
export function podName(set: string, ordinal: number): string {
  return `${set}-${ordinal}`;
}

/** Claim name: `<claim>-<set>-<ordinal>`. */
export function claimName(claim: string, set: string, ordinal: number): string {
  return `${claim}-${podName(set, ordinal)}`;
}

/** Name of the claim that is made for an ephemeral volume of a pod: `<pod>-<volume>`. */
export function ephemeralClaimName(volume: string, set: string, ordinal: number): string {
  return `${podName(set, ordinal)}-${volume}`;
}

/** What the claims of one template have in common: `<claim>-<set>`. */
export function claimPrefix(claim: string, set: string): string {
  return `${claim}-${set}`;
}

/** What holds the names of every Service of a namespace: `<namespace>.svc.<domain>`. */
export function namespaceFqdn(names: Pick<Names, 'namespace' | 'domain'>): string {
  return `${names.namespace}.svc.${names.domain}`;
}

/** `<service>.<namespace>.svc.<domain>` of any Service. */
export function serviceFqdn(names: Omit<Names, 'set'>): string {
  return `${names.service}.${namespaceFqdn(names)}`;
}

/** `<host>.<service>.<namespace>.svc.<domain>`; `host` is a pod name, or a variable that holds one. */
export function hostFqdn(names: Omit<Names, 'set'>, host: string): string {
  return `${host}.${serviceFqdn(names)}`;
}

/** The names of a host that pods of the same namespace resolve through their search list, shortest first. */
export function shortNames(names: Names, host: string): string[] {
  const short = `${host}.${names.service}`;
  return [short, `${short}.${names.namespace}`, `${short}.${names.namespace}.svc`];
}

/** SRV name of a named port: `_<port>._<protocol>.<service fqdn>`. */
export function srvName(names: Names, port: string, protocol: string): string {
  return `_${port}._${protocol.toLowerCase()}.${serviceFqdn(names)}`;
}

/** What the name of a peer Service ends with. */
const PEER = '-peer';

/** The Service of one pod, with an address that outlives it: `<host>-peer`; `host` is a pod name, or a variable that holds one. */
export function peerServiceName(host: string): string {
  return `${host}${PEER}`;
}

/** `<host>-peer.<namespace>.svc.<domain>`. */
export function peerFqdn(names: Names, host: string): string {
  return serviceFqdn({ ...names, service: peerServiceName(host) });
}

/** The names of a host's peer Service that pods resolve through their search list, shortest first; the first one in the same namespace. */
export function peerShortNames(names: Names, host: string): string[] {
  const short = peerServiceName(host);
  return [short, `${short}.${names.namespace}`, `${short}.${names.namespace}.svc`];
}

/** Whose peer Service a name could be: the set and the ordinal as `peerServiceName` puts them together. */
export function peerServiceOf(name: string): { readonly set: string; readonly ordinal: number } | undefined {
  const [, set, ordinal] = /^(.+)-(0|[1-9][0-9]{0,9})$/.exec(name.endsWith(PEER) ? name.slice(0, -PEER.length) : '') ?? [];
  return set === undefined ? undefined : { set, ordinal: Number(ordinal) };
}

/** The client Service beside the headless one. */
export function clientServiceName(set: string): string {
  return `${set}-client`;
}
