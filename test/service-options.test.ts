import * as kplus from 'cdk8s-plus-28';
import { db, rendered } from './support';
import { ExternalTrafficPolicy, IpFamily, IpFamilyPolicy } from '../src';

test('the headless Service takes name, families, protocols, annotations and the choice to publish', () => {
  const { chart } = db({
    headlessService: {
      name: 'db-headless',
      publishNotReadyAddresses: true,
      appProtocols: { sql: 'example.com/sql' },
      ipFamilies: [IpFamily.IPV6, IpFamily.IPV4],
      ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK,
      annotations: { a: 'b' },
    },
  });
  const service = rendered(chart)['Service/db-headless'];
  expect(service.metadata.annotations).toEqual({ a: 'b' });
  expect(service.spec).toEqual({
    clusterIP: 'None',
    ipFamilies: ['IPv6', 'IPv4'],
    ipFamilyPolicy: 'PreferDualStack',
    ports: [{ appProtocol: 'example.com/sql', name: 'sql', port: 5432, protocol: 'TCP', targetPort: 5432 }],
    publishNotReadyAddresses: true,
    selector: { 'app.kubernetes.io/instance': 'db', 'app.kubernetes.io/name': 'db' },
    type: 'ClusterIP',
  });
  expect(rendered(chart)['StatefulSet/db'].spec.serviceName).toBe('db-headless');
});

test('families and policies are what the API calls them', () => {
  expect([Object.values(IpFamily), Object.values(IpFamilyPolicy)]).toEqual([['IPv4', 'IPv6'], ['SingleStack', 'PreferDualStack', 'RequireDualStack']]);
});

test('a Service for clients takes type, ports, stickiness, class, policy, protocols and annotations', () => {
  const { chart, workload, container } = db();
  container.addPort({ name: 'metrics', number: 9100 });
  workload.addClientService({
    name: 'db-read',
    type: kplus.ServiceType.LOAD_BALANCER,
    ports: ['sql'],
    sticky: true,
    loadBalancerClass: 'example.com/internal',
    externalTrafficPolicy: ExternalTrafficPolicy.LOCAL,
    appProtocols: { sql: 'example.com/sql' },
    annotations: { a: 'b' },
  });
  const { metadata, spec } = rendered(chart)['Service/db-read'];
  expect(metadata.annotations).toEqual({ a: 'b' });
  expect(spec).toEqual({
    externalTrafficPolicy: ExternalTrafficPolicy.LOCAL,
    loadBalancerClass: 'example.com/internal',
    ports: [{ appProtocol: 'example.com/sql', name: 'sql', port: 5432, protocol: 'TCP', targetPort: 'sql' }],
    selector: { 'app.kubernetes.io/instance': 'db', 'app.kubernetes.io/name': 'db' },
    sessionAffinity: 'ClientIP',
    type: 'LoadBalancer',
  });
});

test('without options it has the name of the set and every port, for ready pods alone', () => {
  const { chart, workload } = db();
  workload.addClientService();
  expect(rendered(chart)['Service/db-client'].spec).toEqual({
    ports: [{ name: 'sql', port: 5432, protocol: 'TCP', targetPort: 'sql' }],
    selector: { 'app.kubernetes.io/instance': 'db', 'app.kubernetes.io/name': 'db' },
    type: 'ClusterIP',
  });
});

test('a Service for one pod asks for its name too', () => {
  const { chart, workload } = db();
  workload.addClientService({ name: 'db-primary', ordinal: 0 });
  expect(rendered(chart)['Service/db-primary'].spec.selector['statefulset.kubernetes.io/pod-name']).toBe('db-0');
});

test('a NetworkPolicy lets members and named clients in, and out to members and DNS', () => {
  const { chart, workload } = db();
  const client = kplus.Pods.select(chart, 'clients', { labels: { app: 'web' } });
  workload.addNetworkPolicy({ name: 'db-closed', clients: [client], clientPorts: ['sql'], restrictEgress: true });
  const members = { podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'db', 'app.kubernetes.io/name': 'db' } } };
  expect(rendered(chart)['NetworkPolicy/db-closed'].spec).toEqual({
    ...members,
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [members] }, { from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 5432, protocol: 'TCP' }] }],
    egress: [{ to: [members] }, { ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }] }],
  });
});
