import { afterChange, findings, sound } from './harness';
import { serviceTypeFields } from '../../src/rules/service-type-fields';

/** A Service for clients beside the set. */
const client = (spec: any, minor = 28) => afterChange(serviceTypeFields, ({ objects }) => objects.push({
  apiVersion: 'v1', kind: 'Service', metadata: { name: 'web-client', namespace: 'prod' }, spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
}), minor);

test('the sound set passes, and so does every type with the fields that it may have', () => {
  expect(findings(serviceTypeFields, sound().objects)).toEqual([]);
  const good = [
    {}, { type: 'ClusterIP', sessionAffinity: 'ClientIP' }, { type: 'NodePort', externalTrafficPolicy: 'Local', ports: [{ port: 80, nodePort: 30080 }] },
    { type: 'LoadBalancer', externalTrafficPolicy: 'Cluster', loadBalancerClass: 'example.com/x', allocateLoadBalancerNodePorts: false },
    { type: 'LoadBalancer', externalTrafficPolicy: '' }, { type: 'ExternalName', externalName: 'db.example.com.', ports: undefined },
    { clusterIP: 'None', ports: undefined },
  ];
  expect(good.flatMap(client)).toEqual([]);
});

test.each([
  [{ type: 'ExternalName' }, 'spec.externalName', 'type is ExternalName and externalName is missing'],
  [{ type: 'ExternalName', externalName: '' }, 'spec.externalName', 'type is ExternalName and externalName is missing'],
  [{ type: 'ExternalName', externalName: 'Bad_Name' }, 'spec.externalName', 'externalName "Bad_Name" is no DNS name'],
  [{ type: 'NodePort', externalTrafficPolicy: 'local' }, 'spec.externalTrafficPolicy', 'externalTrafficPolicy is "local"'],
  [{ externalTrafficPolicy: 'Local' }, 'spec.externalTrafficPolicy', 'externalTrafficPolicy "Local" stands on type ClusterIP'],
  [{ type: 'clusterip' }, 'spec.type', 'type is "clusterip"'],
  [{ ports: [{ port: 80, nodePort: 30080 }] }, 'spec.ports[0].nodePort', 'nodePort 30080 stands on type ClusterIP'],
  [{ loadBalancerClass: 'a/b' }, 'spec.loadBalancerClass', 'loadBalancerClass stands on type ClusterIP'],
  [{ type: 'NodePort', allocateLoadBalancerNodePorts: false }, 'spec.allocateLoadBalancerNodePorts', 'allocateLoadBalancerNodePorts stands on type NodePort'],
  [{ sessionAffinity: 'clientip' }, 'spec.sessionAffinity', 'sessionAffinity is "clientip"'],
  [{ internalTrafficPolicy: 'local' }, 'spec.internalTrafficPolicy', 'internalTrafficPolicy is "local"'],
  [{ ports: [] }, 'spec.ports', 'there are no ports, which only a headless Service can do without'],
])('fails %j, which nothing can acknowledge', (spec, path, message) => {
  expect(client(spec)).toMatchObject([{ severity: 'error', path, message: `${message}; the API server refuses the Service`, acknowledgeable: false }]);
});

test.each([
  [{ type: 'NodePort', ports: [{ port: 80, nodePort: 8080 }] }, 'spec.ports[0].nodePort', 'nodePort 8080 lies outside 30000-32767'],
  [{ type: 'LoadBalancer', ports: [{ port: 80 }, { name: 'b', port: 81, nodePort: 32768 }] }, 'spec.ports[1].nodePort', 'nodePort 32768 lies outside 30000-32767'],
  [{ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 80 }, 'spec.healthCheckNodePort', 'healthCheckNodePort 80 lies outside 30000-32767'],
])('fails %j, which a cluster with another range of node ports can take', (spec, path, message) => {
  expect(client(spec)).toMatchObject([{
    severity: 'error', path, acknowledgeable: true, message: `${message}, so the API server refuses the Service unless its --service-node-port-range is another`,
  }]);
});

test('externalTrafficPolicy needs a type that clients outside reach; from 1.29 on external addresses will do', () => {
  const told = (spec: any, minor: number) => client({ externalTrafficPolicy: 'Local', ...spec }, minor).map(({ message }) => message.split(';')[0]);
  const outside = { externalIPs: ['198.18.0.1'] };
  expect([28, 29, 36].map((minor) => told(outside, minor))).toEqual([['externalTrafficPolicy "Local" stands on type ClusterIP'], [], []]);
  expect(told({ ...outside, type: 'ExternalName', externalName: 'a.example.com' }, 36)).toEqual(['externalTrafficPolicy "Local" stands on type ExternalName']);
  expect(told({ ...outside, externalTrafficPolicy: 'local' }, 36)).toEqual(['externalTrafficPolicy is "local"']);
});

test('node ports that a server gives out by default pass, and so does the choice left to it', () => {
  for (const nodePort of [30000, 32767, 0, null]) expect(client({ type: 'NodePort', ports: [{ port: 80, nodePort }] })).toEqual([]);
});

test('externalTrafficPolicy of a headless Service is left to the rule about those', () => {
  expect(client({ clusterIP: 'None', externalTrafficPolicy: 'Local' })).toEqual([]);
});

test('peer Services of a set without ports are told once, by the construct that made them', () => {
  const peers = (labels: any, ports: any) => afterChange(serviceTypeFields, ({ set, container, objects }) => {
    set.metadata.labels = labels;
    container.ports = ports;
    objects.push({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web-0-peer', namespace: 'prod' }, spec: { selector: { 'statefulset.kubernetes.io/pod-name': 'web-0' } } });
  }).length;
  const ours = { 'app.kubernetes.io/managed-by': 'cdk8s' };
  expect([peers(ours, undefined), peers(ours, [{ containerPort: 80 }]), peers(undefined, undefined)]).toEqual([0, 1, 1]);
});
