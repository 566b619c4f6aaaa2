import { Place } from './field-path';
import { Mutant, withChanges } from './mutants';

/** Values that a field can have, by the words of its path; undefined leaves it out. */
type Choices = Readonly<Record<string, readonly unknown[]>>;

const PORT = { name: 'client', port: 6379 };
const utilization = { type: 'Utilization', averageUtilization: 70 };
const average = { type: 'AverageValue', averageValue: '10' };
const value = { type: 'Value', value: '10' };
const metric = { name: 'hits' };
const described = { kind: 'Service', name: 'cache' };
const TARGETS = [
  utilization, average, value, {}, { type: 'Utilization' }, { type: 'AverageValue', averageUtilization: 70 }, { type: 'Value', averageValue: '10' }, { ...average, value: '1' },
  { ...average, averageUtilization: 70 }, { ...utilization, value: '1' }, { averageUtilization: 70 }, { type: 'utilization', averageUtilization: 70 }, { type: 'Value', value: '-1' },
  { type: 'AverageValue', averageValue: '0' }, { type: 'Utilization', averageUtilization: 0 }, null, undefined,
];
const METRICS = TARGETS.flatMap((target) => [
  { type: 'Resource', resource: { name: 'cpu', target } },
  { type: 'ContainerResource', containerResource: { name: 'cpu', container: 'cache', target } },
  { type: 'Pods', pods: { metric, target } },
  { type: 'Object', object: { describedObject: described, metric, target } },
  { type: 'External', external: { metric, target } },
]);
const SOURCES = {
  resource: { name: 'cpu', target: utilization },
  pods: { metric, target: average },
  object: { describedObject: described, metric, target: value },
  external: { metric, target: value },
};
const TYPES = ['Resource', 'ContainerResource', 'Pods', 'Object', 'External', 'resource', ''];
const ONE_OF = TYPES.flatMap((type) => [
  { type }, { type, ...SOURCES }, { type, pods: SOURCES.pods, external: SOURCES.external },
  ...Object.entries(SOURCES).map(([field, source]) => ({ type, [field]: source })),
]);
const SCALING = [
  undefined, null, {}, { policies: [] }, { selectPolicy: 'Disabled' }, { selectPolicy: 'disabled' }, { selectPolicy: '' }, { policies: [{}] }, { stabilizationWindowSeconds: 3601 },
  { stabilizationWindowSeconds: -1 }, { stabilizationWindowSeconds: 3600, policies: [{ type: 'Pods', value: 1, periodSeconds: 1800 }] },
  { policies: [{ type: 'Pods', value: 0, periodSeconds: 60 }] }, { policies: [{ type: 'Percent', value: 10, periodSeconds: 1801 }] }, { policies: [{ type: 'Percent', value: 10 }] },
  { policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }, { type: 'Pods', value: 1, periodSeconds: 60 }] }, { policies: [{ value: 1, periodSeconds: 60 }] },
  { tolerance: '0.1' }, { tolerance: '-0.1' }, { tolerance: 1 }, { policies: [{ type: 'pods', value: 1, periodSeconds: 60 }], selectPolicy: 'Disabled' },
];
const PEERS = [
  {}, { podSelector: {} }, { namespaceSelector: {} }, { ipBlock: { cidr: '10.0.0.0/8' } }, { ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }, { ipBlock: { cidr: '10.0.0.0/8' }, namespaceSelector: {} },
  { ipBlock: {} }, { ipBlock: { cidr: '10.0.0.1/8' } }, { ipBlock: { cidr: '10.0.0.0' } }, { ipBlock: { cidr: '010.0.0.0/8' } }, { ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] } },
  { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.1.0.0/16'] } }, { ipBlock: { cidr: '10.0.0.0/8', except: ['11.0.0.0/16'] } }, { ipBlock: { cidr: '10.0.0.0/8', except: ['2001:db8::/48'] } },
  { ipBlock: { cidr: '2001:db8::/32', except: ['2001:db8:1::/48'] } }, { ipBlock: { cidr: '2001:db8::/32', except: ['2001:db9::/48'] } }, { ipBlock: { cidr: '2001:DB8::/32' } }, { ipBlock: { cidr: '::/0' } },
  { ipBlock: { cidr: '::ffff:10.0.0.0/104' } }, { ipBlock: { cidr: '0.0.0.0/0', except: [] } }, { ipBlock: { cidr: '10.0.0.0/08' } }, { ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.0'] } }, null,
];
const PORTS = [
  undefined, [], [{}], [{ port: 80, endPort: 90 }], [{ port: 80, endPort: 79 }], [{ port: 80, endPort: 80 }], [{ port: 'http', endPort: 90 }], [{ endPort: 90 }], [{ port: 'HTTP' }], [{ port: '80' }],
  [{ port: 0 }], [{ port: 65536 }], [{ port: 80, protocol: '' }], [{ protocol: 'ICMP' }], [{ protocol: 'SCTP', port: 1 }], [{ port: 80, endPort: 65536 }], [{ port: 'a-very-long-name-of-a-port' }], [null],
];

/** What depends on each other in an object of each kind. */
const CHOICES: Readonly<Record<string, Choices>> = {
  Service: {
    'spec.type': [undefined, '', 'ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName', 'nodePort'],
    'spec.clusterIP': [undefined, '', 'None', 'none', '10.0.0.77', '2001:db8::1', 'x'],
    'spec.clusterIPs': [undefined, [], ['None'], ['10.0.0.77'], ['None', 'None'], ['10.0.0.77', '10.0.0.78'], ['', '']],
    'spec.externalName': [undefined, '', 'a.example.org', 'a.example.org.', 'A.example.org', '192.0.2.1', 'a_b.example.org'],
    'spec.ports': [
      undefined, [], [PORT], [{ port: 6379 }, { port: 6380 }], [PORT, PORT], [PORT, { ...PORT, port: 6380 }], [PORT, { name: 'other', port: 6379 }], [PORT, { name: 'other', port: 6379, protocol: 'UDP' }],
      [{ ...PORT, nodePort: 30379 }], [{ ...PORT, nodePort: 80 }], [{ ...PORT, nodePort: 30379 }, { name: 'other', port: 6380, nodePort: 30379 }], [{ ...PORT, targetPort: '80' }], [{ ...PORT, targetPort: 'A' }],
      [{ ...PORT, nodePort: 30379 }, { name: 'other', port: 6380, nodePort: 30379, protocol: 'UDP' }], [{ ...PORT, appProtocol: 'a b' }], [{ ...PORT, appProtocol: '' }], [{ ...PORT, targetPort: 0 }],
      [{ ...PORT, protocol: 'SCTP' }], [{ ...PORT, targetPort: '' }], [{ ...PORT, name: 'a--b' }], [{ ...PORT, name: 'http/2' }], [{ ...PORT, nodePort: -1 }], [{ ...PORT, nodePort: 0 }],
    ],
    'spec.externalTrafficPolicy': [undefined, '', 'Local', 'Cluster', 'local'],
    'spec.internalTrafficPolicy': [undefined, 'Local', 'Cluster', 'local'],
    'spec.healthCheckNodePort': [undefined, 0, 30500, 80, -1],
    'spec.sessionAffinity': [undefined, '', 'None', 'ClientIP', 'clientIP'],
    'spec.sessionAffinityConfig': [undefined, {}, { clientIP: {} }, { clientIP: { timeoutSeconds: 0 } }, { clientIP: { timeoutSeconds: 86401 } }, { clientIP: { timeoutSeconds: 60 } }],
    'spec.ipFamilies': [undefined, [], ['IPv4'], ['IPv6'], ['IPv4', 'IPv6'], ['IPv4', 'IPv4'], ['ipv4'], ['IPv4', 'IPv6', 'IPv4']],
    'spec.ipFamilyPolicy': [undefined, '', 'SingleStack', 'PreferDualStack', 'RequireDualStack', 'DualStack'],
    'spec.allocateLoadBalancerNodePorts': [undefined, true, false],
    'spec.loadBalancerClass': [undefined, '', 'a', 'example.org/a', 'A b'],
    'spec.loadBalancerIP': [undefined, '', '192.0.2.1', 'x'],
    'spec.loadBalancerSourceRanges': [undefined, [], ['10.0.0.0/8'], ['10.0.0.0/8 '], ['10.0.0.0'], ['']],
    'spec.ports.0.port': [6379, 10250, 0, '6379'],
    'spec.externalIPs': [undefined, [], ['192.0.2.1'], ['127.0.0.1'], ['169.254.1.1'], ['::1'], ['0.0.0.0'], ['224.0.0.1'], ['x']],
    'spec.selector': [undefined, {}, { app: 'cache' }, { 'a b': 'c' }, { app: 'c d' }],
    'spec.publishNotReadyAddresses': [undefined, true],
    'spec.trafficDistribution': [undefined, '', 'PreferClose', 'PreferSameZone', 'preferClose'],
    'metadata.annotations': [undefined, { 'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8' }, { 'service.beta.kubernetes.io/load-balancer-source-ranges': 'x' }, { 'service.kubernetes.io/topology-mode': 'Auto' }],
  },
  PodDisruptionBudget: {
    'spec.minAvailable': [undefined, null, 0, 1, -1, '50%', '101%', '1', '', '-1%', '1.5%', 2147483648],
    'spec.maxUnavailable': [undefined, null, 0, 1, -1, '50%', '101%', '1', '', '0%'],
    'spec.unhealthyPodEvictionPolicy': [undefined, '', 'AlwaysAllow', 'IfHealthyBudget', 'alwaysAllow'],
    'spec.selector': [undefined, null, {}, { matchLabels: {} }, { matchLabels: { app: 'cache' } }, { matchExpressions: [{ key: 'app', operator: 'In' }] }, { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['a'] }] }],
    'spec': [undefined, null, {}],
  },
  NetworkPolicy: {
    'spec.podSelector': [undefined, null, {}, { matchLabels: { 'a b': 'c' } }, { matchExpressions: [{ key: 'app', operator: 'NotIn' }] }, { matchExpressions: [{ key: 'app', operator: 'exists' }] }],
    'spec.policyTypes': [undefined, [], ['Ingress'], ['Egress'], ['Ingress', 'Egress'], ['Ingress', 'Ingress'], ['ingress'], ['Ingress', 'Egress', 'Ingress']],
    'spec.ingress': [undefined, null, [], [{}], [null], ...PEERS.map((peer) => [{ from: [peer] }]), ...PORTS.map((ports) => [{ ports }])],
    'spec.egress': [undefined, null, [], [{}], ...PEERS.map((peer) => [{ to: [peer] }]), ...PORTS.map((ports) => [{ ports, to: [{ podSelector: {} }] }])],
    'spec': [undefined, null, {}],
  },
  HorizontalPodAutoscaler: {
    'spec.minReplicas': [undefined, null, 0, 1, 5, 6, -1, '2'],
    'spec.maxReplicas': [undefined, null, 0, 1, 5, -1, '5', 2147483648],
    'spec.scaleTargetRef': [undefined, null, {}, { kind: 'StatefulSet', name: 'cache' }, { kind: '', name: 'cache' }, { kind: 'Stateful/Set', name: 'cache' }, { kind: 'Deployment', name: 'a/b' }, { kind: 'Deployment', name: '..' },
      { apiVersion: 'apps/v1/x', kind: 'Deployment', name: 'web' }, { apiVersion: 'v1', kind: 'Deployment', name: 'web' }, { apiVersion: '', kind: 'Deployment', name: 'A_B' }],
    'spec.metrics': [undefined, null, [], [{}], ...METRICS.map((one) => [one]), ...ONE_OF.map((one) => [one]), [ONE_OF[1], ONE_OF[1]]],
    'spec.behavior': [undefined, null, {}],
    'spec.behavior.scaleUp': SCALING,
    'spec.behavior.scaleDown': SCALING,
    'metadata.annotations': [
      undefined, { 'autoscaling.alpha.kubernetes.io/metrics': 'x' }, { 'autoscaling.alpha.kubernetes.io/metrics': '[]' }, { 'autoscaling.alpha.kubernetes.io/behavior': '{"scaleUp":{}}' }, { 'a b': 'c' },
    ],
    'spec.targetCPUUtilizationPercentage': [undefined, 0, 80, -1, '80'],
  },
  PersistentVolumeClaim: {
    'spec.accessModes': [undefined, null, [], ['ReadWriteOnce'], ['ReadWriteOnce', 'ReadWriteOncePod'], ['ReadWriteOncePod'], ['RWO'], ['ReadWriteOnce', 'ReadWriteOnce'], ['readWriteOnce']],
    'spec.resources': [
      undefined, null, {}, { requests: {} }, { requests: { storage: 0 } }, { requests: { storage: '-1Gi' } }, { requests: { storage: '1Gi' } }, { requests: { storage: '10 Gi' } }, { limits: { storage: '1Gi' } },
      { requests: { storage: '2Gi' }, limits: { storage: '1Gi' } }, { requests: { cpu: 1 } }, { requests: { storage: '1Gi', cpu: 1 } }, { requests: { storage: '1.5' } }, { requests: { storage: null } }, { claims: [{ name: 'x' }] },
    ],
    'spec.storageClassName': [undefined, '', 'fast', 'A_B', null],
    'spec.volumeMode': [undefined, '', 'Block', 'Filesystem', 'block'],
    'spec.volumeName': [undefined, '', 'disk-0', 'A_B'],
    'spec.dataSource': [undefined, null, {}, { kind: 'PersistentVolumeClaim', name: 'a' }, { kind: 'VolumeSnapshot', name: 'a' }, { apiGroup: 'x', kind: 'Foo', name: 'a' }, { kind: 'PersistentVolumeClaim' }, { apiGroup: '', kind: 'Pod', name: 'a' }],
    'spec.dataSourceRef': [
      undefined, null, {}, { kind: 'PersistentVolumeClaim', name: 'a' }, { apiGroup: 'x', kind: 'Foo', name: 'a' }, { kind: 'Foo', name: 'a' }, { apiGroup: 'x', kind: 'Foo', name: 'a', namespace: 'b' }, { apiGroup: 'a b', kind: 'Foo', name: 'a' },
    ],
    'spec.selector': [undefined, null, {}, { matchLabels: { 'a b': 'c' } }, { matchExpressions: [{ key: 'a', operator: 'In', values: [] }] }, { matchExpressions: [{ key: 'a', operator: 'Exists' }] }],
    'spec.volumeAttributesClassName': [undefined, 'gold', '', 'A_B'],
    'spec': [undefined, null, {}],
    'metadata.annotations': [undefined, { 'volume.beta.kubernetes.io/storage-class': 'A_B' }, { 'volume.beta.kubernetes.io/storage-class': 'fast' }, { 'volume.beta.kubernetes.io/storage-class': '' }],
  },
  StorageClass: {
    provisioner: [undefined, null, '', 'csi.example.org', 'a/b', 'A b', 'kubernetes.io/no-provisioner', 'CSI.example.org', 'x/y/z'],
    parameters: [undefined, null, {}, { '': 'x' }, { a: '' }, { 'a b': 'c' }, { a: 1 }, { a: 'x'.repeat(300_000) }],
    reclaimPolicy: [undefined, null, '', 'Retain', 'Delete', 'Recycle', 'retain'],
    volumeBindingMode: [undefined, null, '', 'Immediate', 'WaitForFirstConsumer', 'immediate'],
    mountOptions: [undefined, [], [''], [1], ['noatime', 'noatime']],
    allowVolumeExpansion: [undefined, true, 'true'],
    allowedTopologies: [
      undefined, [], [{}], [{ matchLabelExpressions: [] }], [{ matchLabelExpressions: [{ key: 'zone', values: [] }] }], [{ matchLabelExpressions: [{ key: 'a b', values: ['a'] }] }], [{ matchLabelExpressions: [{ key: '', values: ['a'] }] }],
      [{ matchLabelExpressions: [{ key: 'zone', values: ['a', 'a'] }] }], [{ matchLabelExpressions: [{ key: 'zone', values: ['a'] }, { key: 'zone', values: ['b'] }] }], [{ matchLabelExpressions: [{ key: 'zone', values: ['a b'] }] }],
      [{ matchLabelExpressions: [{ key: 'zone', values: ['a'] }] }, { matchLabelExpressions: [{ key: 'zone', values: ['a'] }] }], [{ matchLabelExpressions: [{ key: 'zone', values: ['a', 'b'] }] }, { matchLabelExpressions: [{ key: 'zone', values: ['b', 'a'] }] }],
      [{ matchLabelExpressions: [{ values: ['a'] }] }], [{ matchLabelExpressions: [{ key: 'zone' }] }], [null],
    ],
  },
  Namespace: {
    'metadata.labels': [
      undefined, null, {}, { 'pod-security.kubernetes.io/enforce': 'Restricted' }, { 'pod-security.kubernetes.io/enforce': '' }, { 'pod-security.kubernetes.io/enforce': 'strict' }, { 'pod-security.kubernetes.io/enforce-version': '1.28' },
      { 'pod-security.kubernetes.io/enforce-version': 'v1.28' }, { 'pod-security.kubernetes.io/warn': 'none' }, { 'pod-security.kubernetes.io/audit': 'baseline' }, { 'kubernetes.io/metadata.name': 'other' }, { a: 'b c' }, { 'a b': 'c' }, { a: 1 },
    ],
    'metadata.name': ['prod', 'Prod', 'a.b', '0', 'a'.repeat(64), '', undefined, 'kube-x'],
    'metadata.generateName': [undefined, 'a-', 'A-'],
    'spec': [undefined, null, {}, { finalizers: ['kubernetes'] }, { finalizers: ['x'] }, { finalizers: ['example.org/x'] }, { finalizers: [] }],
  },
  ServiceAccount: {
    'automountServiceAccountToken': [undefined, null, true, 'true'],
    'imagePullSecrets': [undefined, null, [], [{}], [null], [{ name: '' }], [{ name: 'A_B' }], ['registry'], [{ name: 1 }]],
    'secrets': [undefined, [], [{}], [{ name: 'a', namespace: 'b' }], ['x'], [{ fieldPath: 1 }]],
    'metadata.name': ['cache', 'A', 'a.b', 'default'],
  },
  ConfigMap: {
    data: [undefined, null, {}, { a: 1 }, { a: null }, { 'a b': 'c' }, { '': 'c' }, { '..': 'c' }, { '.': 'c' }, { '..a': 'c' }, { a: true }, { seed: 'x' }, { a: 'x'.repeat(1_048_577) }, { ['a'.repeat(254)]: 'x' }, { a: { b: 'c' } }],
    binaryData: [undefined, null, {}, { seed: 'aGVsbG8=' }, { mode: 'aGVsbG8=' }, { seed: 'no base 64!' }, { seed: 'aGVsbG8' }, { seed: 1 }, { seed: null }, { 'a b': 'aGVsbG8=' }, { seed: '' }, { seed: [104] }, { seed: 'aGVs\nbG8=' }],
    immutable: [undefined, true, 'true'],
  },
  Secret: {
    'data': [undefined, null, {}, { a: 'aGVsbG8=' }, { a: 'plain text' }, { a: 1 }, { a: null }, { 'a b': 'aGVsbG8=' }, { a: '' }, { a: 'x'.repeat(1_500_000) }, { password: 'aGVsbG8=' }],
    'stringData': [undefined, null, {}, { a: 'x' }, { a: 1 }, { 'a b': 'x' }, { a: null }],
    'type': [
      undefined, '', 'Opaque', 'kubernetes.io/tls', 'kubernetes.io/basic-auth', 'kubernetes.io/ssh-auth', 'kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg', 'kubernetes.io/service-account-token', 'example.org/x', 'tls',
    ],
    'immutable': [undefined, true, 'true'],
    'metadata.annotations': [undefined, { 'kubernetes.io/service-account.name': 'cache' }],
  },
};

function placeOf(path: string): Place {
  return path.split('.').map((key) => /^\d+$/.test(key) ? Number(key) : key);
}

/** Two to four fields of an object that depend on each other, with values of chance. */
export function* combinations(objects: readonly any[], random: (below: number) => number): Generator<Mutant> {
  const pick = <T>(list: readonly T[]) => list[random(list.length)];
  const all = objects.map((object, index) => ({ index, choices: Object.entries(CHOICES[object.kind] ?? {}) }));
  const candidates = all.filter(({ choices }) => choices.length > 0);
  for (;;) {
    const { index, choices } = pick(candidates);
    const changes = Array.from({ length: 2 + random(3) }, () => pick(choices)).map(([path, values]) => ({ place: placeOf(path), value: pick(values) }));
    // What is in a field comes after the field.
    yield withChanges(objects, index, changes.sort((a, b) => a.place.length - b.place.length));
  }
}
