import * as kplus from 'cdk8s-plus-28';
import { ExternalTrafficPolicy, IpFamily, IpFamilyPolicy } from '../../src';
import { db, rendered } from '../support';

const errors = (use: (it: ReturnType<typeof db>) => void, props: object = {}) => {
  const it = db(props);
  use(it);
  return it.workload.findings.filter((f) => f.severity === 'error').map(({ ruleId, path, message, fix }) => [ruleId, path, message, fix]);
};

test('fails a port that no container has, by Service, field and effect', () => {
  expect(errors(({ workload }) => workload.addClientService({ name: 'web', ports: ['sql', 'http'] }))).toEqual([
    ['declaration', 'addClientService("web").ports', 'the Service would lead nowhere: no container has a port named "http"', 'there are sql: name one of them, or give the port to a container'],
  ]);
});

test('fails a port of a network policy in the same way', () => {
  expect(errors(({ workload }) => workload.addNetworkPolicy({ clientPorts: ['http'] }))).toEqual([
    ['declaration', 'addNetworkPolicy("db").clientPorts', 'the policy would open nothing: no container has a port named "http"', 'there are sql: name one of them, or give the port to a container'],
  ]);
});

test('fails an empty list of ports', () => {
  expect(errors(({ workload }) => workload.addClientService({ ports: [] }))).toEqual([
    ['service-type-fields', 'addClientService("db-client").ports', 'the list is empty: the API server refuses a Service without a port', 'name ports of the containers (sql), or leave the list out for all of them'],
  ]);
});

test('fails protocols of ports that do not exist, in every kind of Service', () => {
  const appProtocols = { sql: 'tcp', zz: 'http' };
  expect(errors(({ workload }) => {
    workload.addClientService({ appProtocols });
    workload.addPeerServices({ appProtocols });
  }, { headlessService: { appProtocols } }).map(([, path, message]) => [path, message])).toEqual(['headlessService', 'addClientService("db-client")', 'addPeerServices'].map((path) => [
    path, 'appProtocols names zz, which no container port is called: nothing would be rendered',
  ]));
});

test('a port may come after the Service that names it', () => {
  expect(errors(({ workload, container }) => {
    workload.addClientService({ ports: ['late'], appProtocols: { late: 'http' } });
    container.addPort({ name: 'late', number: 8080 });
  })).toEqual([]);
});

test('fails ExternalName, which has no pods', () => {
  expect(errors(({ workload }) => workload.addClientService({ type: kplus.ServiceType.EXTERNAL_NAME }))).toEqual([
    ['service-type-fields', 'addClientService.type', 'ExternalName has no pods behind it and needs the name of another host: the API server refuses it without one', 'choose CLUSTER_IP, NODE_PORT or LOAD_BALANCER'],
  ]);
});

test('a Service for clients takes a traffic policy where its type has one, and IP families', () => {
  const { chart, workload } = db();
  workload.addClientService({
    type: kplus.ServiceType.NODE_PORT,
    externalTrafficPolicy: ExternalTrafficPolicy.LOCAL,
    ipFamilies: [IpFamily.IPV6, IpFamily.IPV4],
    ipFamilyPolicy: IpFamilyPolicy.REQUIRE_DUAL_STACK,
  });
  expect(rendered(chart)['Service/db-client'].spec).toEqual({
    type: 'NodePort',
    externalTrafficPolicy: 'Local',
    ipFamilies: ['IPv6', 'IPv4'],
    ipFamilyPolicy: 'RequireDualStack',
    ports: [{ name: 'sql', port: 5432, targetPort: 'sql', protocol: 'TCP' }],
    selector: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' },
  });
});
