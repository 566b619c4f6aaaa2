import { cidr, clusterIp, exactWords, externalIp, filled, labels, notEmpty, portOrNothing, qualified, range, words } from './allow';
import { ENTRIES, named } from './metadata';
import { Allow, FLAG, int32, INT32, intOrText, list, sinceMinor, struct, TEXT, text, texts } from './shape';
import { list as listOf, map } from '../json';
import { isDnsLabel } from '../label-syntax';

/** From this minor version on the name of a Service may start with a digit. */
const DIGITS_FIRST = 36;

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const NAMES = 'a DNS label that starts with a letter';
const isName = (name: string, minor: number) => isDnsLabel(name) && (minor >= DIGITS_FIRST || /^[a-z]/.test(name));

const PORT = struct({
  name: text(filled('a DNS label', isDnsLabel)), port: int32(range(1, 65535)), targetPort: intOrText(portOrNothing), protocol: text(words(...PROTOCOLS)), appProtocol: text(qualified), nodePort: INT32,
}, ['port']);
const protocolOf = (port: any) => port.protocol || 'TCP';
/** Ports of Services that no set has to do with; those of others have a rule of their own. */
const ports: Allow = (value: any[]) => {
  const all = value.map(map);
  const once = (keys: readonly string[]) => new Set(keys).size === keys.length;
  if (all.length > 1 && !all.every(({ name }) => name)) return 'a name for each of several ports';
  if (!once(all.flatMap(({ name }) => name || []))) return 'each name once';
  if (!once(all.map((port) => `${port.port}/${protocolOf(port)}`))) return 'each number and protocol once';
  return once(all.flatMap((port) => port.nodePort ? `${port.nodePort}/${protocolOf(port)}` : [])) ? undefined : 'each nodePort and protocol once';
};

const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MODE = 'service.kubernetes.io/topology-mode';
/** The port of the kubelet, which a balancer could not have; a later version than this takes it. */
const KUBELET = 10250;
const KEEPS_KUBELET = 28;

const areRanges = (value: string, minor: number) => value.trim() === '' || value.split(',').every((each) => cidr(each.trim(), minor) === undefined);

/** What depends on several fields, or on the annotations that are fields of old. */
const whole: Allow = (value, minor) => {
  const spec = map(map(value).spec);
  const { [SOURCE_RANGES]: annotated, [HINTS]: hints, [MODE]: mode } = map(map(map(value).metadata).annotations);
  const balancer = spec.type === 'LoadBalancer';
  if (hints !== undefined && mode !== undefined && hints !== mode) return `${HINTS} and ${MODE} alike, or one of them`;
  // Beside the field it says nothing.
  if (typeof annotated === 'string' && listOf(spec.loadBalancerSourceRanges).length === 0) {
    if (!balancer) return `no annotation ${SOURCE_RANGES}, unless type is LoadBalancer`;
    if (!areRanges(annotated, minor)) return `ranges such as 10.0.0.0/8 in ${SOURCE_RANGES}`;
  }
  return balancer && minor <= KEEPS_KUBELET && listOf(spec.ports).some((port) => map(port).port === KUBELET) ? `another port than ${KUBELET}, which is the kubelet's` : undefined;
};

const checked: Allow = (value, minor) => {
  const {
    type, externalTrafficPolicy, externalIPs, healthCheckNodePort, sessionAffinity, sessionAffinityConfig, loadBalancerSourceRanges, clusterIP,
  } = map(value);
  if (healthCheckNodePort && !(type === 'LoadBalancer' && externalTrafficPolicy === 'Local')) return 'no healthCheckNodePort, unless type is LoadBalancer and externalTrafficPolicy is Local';
  const seconds = map(map(sessionAffinityConfig).clientIP).timeoutSeconds;
  if (sessionAffinity === 'ClientIP' && typeof seconds === 'number' && range(1, 86400)(seconds, minor) !== undefined) return 'timeoutSeconds from 1 to 86400';
  if (listOf(loadBalancerSourceRanges).length > 0 && type !== 'LoadBalancer') return 'no loadBalancerSourceRanges, unless type is LoadBalancer';
  if (clusterIP === 'None' && (type === 'LoadBalancer' || type === 'NodePort')) return `another clusterIP than None beside type ${type}`;
  if (clusterIP === 'None' && externalTrafficPolicy && listOf(externalIPs).length === 0) return 'no externalTrafficPolicy on a headless Service';
  return nodePorts(map(value)) ?? clusterIps(map(value));
};

/** One number of the nodes leads to one port, of which it may serve several protocols; the same protocol twice is told of the ports. */
function nodePorts({ type, ports: given, healthCheckNodePort }: Record<string, any>): string | undefined {
  if (type !== 'NodePort' && type !== 'LoadBalancer') return undefined;
  const all = listOf(given).map(map).filter(({ nodePort }) => nodePort);
  if (all.some(({ nodePort }) => nodePort === healthCheckNodePort)) return 'a healthCheckNodePort of its own';
  const by = new Map(all.map((port) => [`${port.nodePort}/${protocolOf(port)}`, port.port]));
  const shared = all.some(({ nodePort, port }) => PROTOCOLS.some((protocol) => (by.get(`${nodePort}/${protocol}`) ?? port) !== port));
  return shared && by.size === all.length ? 'a nodePort of its own for each port' : undefined;
}

/** The list repeats the single one; without that it must be empty. */
function clusterIps({ type, clusterIP, clusterIPs, ipFamilies, ipFamilyPolicy }: Record<string, any>): string | undefined {
  const all = listOf(clusterIPs);
  if (type === 'ExternalName') {
    const none = !clusterIP && all.length === 0 && listOf(ipFamilies).length === 0 && (ipFamilyPolicy ?? undefined) === undefined;
    return none ? undefined : 'no clusterIP, clusterIPs, ipFamilies and ipFamilyPolicy beside type ExternalName';
  }
  if (all.length === 0) return undefined;
  if (all[0] !== clusterIP) return clusterIP ? 'clusterIPs that begin with clusterIP' : 'no clusterIPs without clusterIP';
  if (all.length > 2 || new Set(all.map((each) => String(each).includes(':'))).size < all.length) return 'clusterIPs of one address for each family';
  return all.length > 1 && all.includes('None') ? 'None alone in clusterIPs' : undefined;
}

/** What other rules do not say of a Service. */
export const SERVICE = struct({
  metadata: named(isName, NAMES),
  status: ENTRIES,
  spec: struct({
    type: TEXT,
    clusterIP: text(clusterIp),
    clusterIPs: list(text((value, minor) => value === '' ? 'an IP address' : clusterIp(value, minor))),
    externalName: TEXT,
    publishNotReadyAddresses: FLAG,
    sessionAffinity: TEXT,
    sessionAffinityConfig: struct({ clientIP: struct({ timeoutSeconds: INT32 }) }),
    internalTrafficPolicy: text(notEmpty('Cluster or Local')),
    externalTrafficPolicy: TEXT,
    ipFamilies: list(TEXT),
    ipFamilyPolicy: TEXT,
    selector: texts(labels),
    ports: list(PORT, ports),
    allocateLoadBalancerNodePorts: FLAG,
    loadBalancerClass: text(qualified),
    loadBalancerIP: TEXT,
    loadBalancerSourceRanges: list(text((value, minor) => cidr(value.trim(), minor))),
    healthCheckNodePort: int32(range(0, 65535)),
    externalIPs: list(text(externalIp)),
    trafficDistribution: sinceMinor(34, text(exactWords('PreferClose', 'PreferSameZone', 'PreferSameNode'))),
  }, [], checked),
}, ['metadata'], whole);
