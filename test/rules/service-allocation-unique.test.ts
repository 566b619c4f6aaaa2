import { findings, sound } from './harness';
import { serviceAllocationUnique } from '../../src/rules/service-allocation-unique';

/** A Service of the namespace prod. */
const service = (name: string, spec: any, namespace = 'prod') => ({
  apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { selector: { app: name }, ports: [{ port: 80 }], ...spec },
});
const nodePort = (name: string, port: number, more: any = {}, namespace = 'prod') => service(name, { type: 'NodePort', ports: [{ port: 80, nodePort: port, ...more }] }, namespace);
const told = (...services: any[]) => findings(serviceAllocationUnique, services).map(({ name, path, message }) => `${name} ${path}: ${message.split(',')[0]}`);

test('the sound set passes, and so do Services that leave the choice to the server or ask for different things', () => {
  expect(findings(serviceAllocationUnique, sound().objects)).toEqual([]);
  expect(told(nodePort('a', 30080), nodePort('b', 30081), nodePort('c', 0), nodePort('d', 0), service('e', { clusterIP: '10.0.0.1' }), service('f', { clusterIP: '10.0.0.2' }))).toEqual([]);
  const nobody = ['None', '', null, undefined, 7, 'x'].flatMap((clusterIP, i) => [service(`a${i}`, { clusterIP }), service(`b${i}`, { clusterIP })]);
  expect(told(...nobody)).toEqual([]);
});

test('fails a node port of two Services, whatever their namespaces and protocols, at the second one', () => {
  const [finding, ...others] = findings(serviceAllocationUnique, [nodePort('a', 30080), nodePort('b', 30080, {}, 'stage')]);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    severity: 'error',
    name: 'b',
    namespace: 'stage',
    path: 'spec.ports[0].nodePort',
    acknowledgeable: false,
    message: 'nodePort 30080 is the one of Service "a" of namespace "prod" as well, and the cluster has it once; the API server refuses the Service that comes later',
  });
  expect(told(nodePort('a', 30080), nodePort('b', 30080, { protocol: 'UDP' }))).toEqual(['b spec.ports[0].nodePort: nodePort 30080 is the one of Service "a" of namespace "prod" as well']);
  expect(told(nodePort('a', 30080), nodePort('b', 30080), nodePort('c', 30080))).toHaveLength(2);
});

test('one Service may have a node port for two protocols', () => {
  const both = service('a', { type: 'NodePort', ports: [{ name: 'a', port: 53, nodePort: 30053 }, { name: 'b', port: 53, nodePort: 30053, protocol: 'UDP' }] });
  expect(told(both)).toEqual([]);
});

test('fails the port of a health check that is a node port of another Service, where it is one', () => {
  const balancer = (type: string, policy: string) => service('b', { type, externalTrafficPolicy: policy, healthCheckNodePort: 30080, ports: [{ port: 81 }] });
  expect(told(nodePort('a', 30080), balancer('LoadBalancer', 'Local'))).toEqual(['b spec.healthCheckNodePort: healthCheckNodePort 30080 is the one of Service "a" of namespace "prod" as well']);
  expect(told(balancer('LoadBalancer', 'Local'), nodePort('a', 30080))).toEqual(['a spec.ports[0].nodePort: nodePort 30080 is the one of Service "b" of namespace "prod" as well']);
  expect(told(nodePort('a', 30080), balancer('LoadBalancer', 'Cluster'), balancer('NodePort', 'Local'))).toEqual([]);
});

test.each([
  ['198.18.0.7', '198.18.0.7'], ['fd00::7', 'FD00:0:0::7'],
])('fails the address %s of two Services, the second time as %s', (first, second) => {
  expect(told(service('a', { clusterIP: first, clusterIPs: [first] }), service('b', { clusterIP: second }))).toEqual([
    `b spec.clusterIP: clusterIP "${second}" is the one of Service "a" of namespace "prod" as well`,
  ]);
});

test('fails the second address of a Service that the first of another one is', () => {
  const dual = (name: string, ...clusterIPs: string[]) => service(name, { clusterIP: clusterIPs[0], clusterIPs, ipFamilyPolicy: 'RequireDualStack' });
  expect(told(dual('a', '198.18.0.7', 'fd00::7'), dual('b', '198.18.0.8', 'fd00::7'))).toEqual(['b spec.clusterIPs[1]: clusterIPs "fd00::7" is the one of Service "a" of namespace "prod" as well']);
  expect(told(dual('a', '198.18.0.7', 'fd00::7'), dual('b', '198.18.0.8', 'fd00::8'))).toEqual([]);
});

test('what no server gives out counts for nothing: of a headless Service, an ExternalName, or another type', () => {
  expect(told(nodePort('a', 30080), service('b', { ports: [{ port: 80, nodePort: 30080 }] }))).toEqual([]);
  expect(told(service('a', { clusterIP: '198.18.0.7' }), service('b', { type: 'ExternalName', externalName: 'x.example.com', clusterIP: '198.18.0.7' }))).toEqual([]);
});

test('a copy of a Service is an update of it, of which another rule tells', () => {
  expect(told(nodePort('a', 30080), nodePort('a', 30080))).toEqual([]);
  expect(told(nodePort('a', 30080), nodePort('a', 30081), nodePort('b', 30080))).toEqual([]);
});

test('hooks of Helm are made and removed one after the other', () => {
  const hook = (name: string, event: string) => ({ ...nodePort(name, 30080), metadata: { name, namespace: 'prod', annotations: { 'helm.sh/hook': event } } });
  expect(told(hook('a', 'pre-install'), hook('b', 'test'), nodePort('c', 30080))).toEqual([]);
});
