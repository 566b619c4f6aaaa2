import { cidr, clusterIp, exactWords, externalIp, filled, labels, notEmpty, portOrNothing, qualified, range, words } from './allow';
import { COUNTED_CONDITIONS, named } from './metadata';
import { Allow, AllowWhole, FLAG, int32, INT32, intOrText, list, Meant, sinceMinor, struct, TEXT, text, texts } from './shape';
import { list as listOf, map } from '../json';
import { isDnsLabel } from '../label-syntax';
import { isReached } from '../service-type-fields';

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

const at = (expected: string, ...path: ReadonlyArray<string | number>): Meant => ({ path, expected });
const annotation = (expected: string, name: string): Meant => at(expected, 'metadata', 'annotations', name);

/** What depends on several fields, or on the annotations that are fields of old. */
const whole: AllowWhole = (value, minor) => {
  const spec = map(map(value).spec);
  const { [SOURCE_RANGES]: annotated, [HINTS]: hints, [MODE]: mode } = map(map(map(value).metadata).annotations);
  const balancer = spec.type === 'LoadBalancer';
  if (hints !== undefined && mode !== undefined && hints !== mode) return annotation(`${HINTS} and ${MODE} alike, or one of them`, MODE);
  // Beside the field it says nothing.
  if (typeof annotated === 'string' && listOf(spec.loadBalancerSourceRanges).length === 0) {
    if (!balancer) return annotation(`no annotation ${SOURCE_RANGES}, unless type is LoadBalancer`, SOURCE_RANGES);
    if (!areRanges(annotated, minor)) return annotation(`ranges such as 10.0.0.0/8 in ${SOURCE_RANGES}`, SOURCE_RANGES);
  }
  const taken = balancer && minor <= KEEPS_KUBELET ? listOf(spec.ports).findIndex((port) => map(port).port === KUBELET) : -1;
  return taken < 0 ? undefined : at(`another port than ${KUBELET}, which is the kubelet's`, 'spec', 'ports', taken, 'port');
};

const checked: AllowWhole = (value, minor) => {
  const {
    type, externalTrafficPolicy, healthCheckNodePort, sessionAffinity, sessionAffinityConfig, loadBalancerSourceRanges, clusterIP,
  } = map(value);
  if (healthCheckNodePort && !(type === 'LoadBalancer' && externalTrafficPolicy === 'Local')) {
    return at('no healthCheckNodePort, unless type is LoadBalancer and externalTrafficPolicy is Local', 'healthCheckNodePort');
  }
  const seconds = map(map(sessionAffinityConfig).clientIP).timeoutSeconds;
  if (sessionAffinity === 'ClientIP' && typeof seconds === 'number' && range(1, 86400)(seconds, minor) !== undefined) {
    return at('timeoutSeconds from 1 to 86400', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds');
  }
  if (listOf(loadBalancerSourceRanges).length > 0 && type !== 'LoadBalancer') return at('no loadBalancerSourceRanges, unless type is LoadBalancer', 'loadBalancerSourceRanges');
  if (clusterIP === 'None' && (type === 'LoadBalancer' || type === 'NodePort')) return at('ClusterIP beside clusterIP None, or another clusterIP', 'type');
  if (clusterIP === 'None' && externalTrafficPolicy && !isReached(map(value), minor)) return at('no externalTrafficPolicy on a headless Service', 'externalTrafficPolicy');
  return nodePorts(map(value)) ?? clusterIps(map(value));
};

/** One number of the nodes leads to one port, of which it may serve several protocols; the same protocol twice is told of the ports. */
function nodePorts({ type, ports: given, healthCheckNodePort }: Record<string, any>): Meant | undefined {
  if (type !== 'NodePort' && type !== 'LoadBalancer') return undefined;
  const all = listOf(given).map(map).filter(({ nodePort }) => nodePort);
  if (all.some(({ nodePort }) => nodePort === healthCheckNodePort)) return at('a healthCheckNodePort of its own', 'healthCheckNodePort');
  const by = new Map(all.map((port) => [`${port.nodePort}/${protocolOf(port)}`, port.port]));
  const shared = all.some(({ nodePort, port }) => PROTOCOLS.some((protocol) => (by.get(`${nodePort}/${protocol}`) ?? port) !== port));
  return shared && by.size === all.length ? at('a nodePort of its own for each port', 'ports') : undefined;
}

/** The list repeats the single one; without that it must be empty. */
function clusterIps({ type, clusterIP, clusterIPs, ipFamilies, ipFamilyPolicy }: Record<string, any>): Meant | undefined {
  const all = listOf(clusterIPs);
  if (type === 'ExternalName') {
    const given = [['clusterIP', clusterIP], ['clusterIPs', all[0]], ['ipFamilies', listOf(ipFamilies)[0]], ['ipFamilyPolicy', ipFamilyPolicy ?? undefined]];
    const [field] = given.find(([name, said]) => name === 'clusterIP' ? said : said !== undefined) ?? [];
    return field && at('no clusterIP, clusterIPs, ipFamilies and ipFamilyPolicy beside type ExternalName', field);
  }
  if (all.length === 0) return undefined;
  if (all[0] !== clusterIP) return at(clusterIP ? 'clusterIPs that begin with clusterIP' : 'no clusterIPs without clusterIP', 'clusterIPs');
  if (all.length > 2 || new Set(all.map((each) => String(each).includes(':'))).size < all.length) return at('clusterIPs of one address for each family', 'clusterIPs');
  return all.length > 1 && all.includes('None') ? at('None alone in clusterIPs', 'clusterIPs') : undefined;
}

/** The minor version that tells how a balancer hands connections on. */
const MODES = 29;
const INGRESS = struct({ ip: TEXT, hostname: TEXT, ipMode: sinceMinor(MODES, TEXT), ports: list(struct({ port: INT32, protocol: TEXT, error: TEXT })) });
const STATUS = struct({ loadBalancer: struct({ ingress: list(INGRESS) }), conditions: COUNTED_CONDITIONS });

/** What other rules do not say of a Service. */
export const SERVICE = struct({
  metadata: named(isName, NAMES),
  status: STATUS,
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
