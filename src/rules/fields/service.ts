import { cidr, clusterIp, exactWords, ip, labels, notEmpty, portOrNothing, qualified, range, words } from './allow';
import { metadata } from './metadata';
import { Allow, FLAG, int32, INT32, intOrText, list, sinceMinor, struct, TEXT, text, texts } from './shape';
import { map } from '../json';
import { isDnsLabel } from '../label-syntax';

/** From this minor version on the name of a Service may start with a digit. */
const DIGITS_FIRST = 36;

const PORT = struct({ name: TEXT, port: int32(range(1, 65535)), targetPort: intOrText(portOrNothing), protocol: text(words('TCP', 'UDP', 'SCTP')), appProtocol: TEXT, nodePort: INT32 }, ['port']);

const checked: Allow = (value) => {
  const { type, externalTrafficPolicy, healthCheckNodePort } = map(value);
  if (!healthCheckNodePort || (type === 'LoadBalancer' && externalTrafficPolicy === 'Local')) return undefined;
  return 'no healthCheckNodePort, unless type is LoadBalancer and externalTrafficPolicy is Local';
};

/** What other rules do not say of a Service. */
export const SERVICE = struct({
  metadata: metadata((name, minor) => isDnsLabel(name) && (minor >= DIGITS_FIRST || /^[a-z]/.test(name)), 'a DNS label that starts with a letter'),
  spec: struct({
    type: TEXT,
    clusterIP: text(clusterIp),
    publishNotReadyAddresses: FLAG,
    sessionAffinity: TEXT,
    sessionAffinityConfig: struct({ clientIP: struct({ timeoutSeconds: int32(range(1, 86400)) }) }),
    internalTrafficPolicy: text(notEmpty('Cluster or Local')),
    externalTrafficPolicy: TEXT,
    ipFamilies: list(TEXT),
    ipFamilyPolicy: TEXT,
    selector: texts(labels),
    ports: list(PORT),
    allocateLoadBalancerNodePorts: FLAG,
    loadBalancerClass: text(qualified),
    loadBalancerIP: TEXT,
    loadBalancerSourceRanges: list(text((value) => cidr(value.trim(), 0))),
    healthCheckNodePort: int32(range(0, 65535)),
    externalIPs: list(text(ip)),
    trafficDistribution: sinceMinor(34, text(exactWords('PreferClose', 'PreferSameZone', 'PreferSameNode'))),
  }, [], checked),
});
