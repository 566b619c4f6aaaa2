import { type SoundSet, afterChange, findings, sound } from './harness';
import { peerListComplete } from '../../src/rules/peer-list-complete';

const env = (name: string, value: string, change: (s: SoundSet) => void = () => {}) => afterChange(peerListComplete, (s) => {
  s.container.env = [{ name, value }];
  change(s);
});

test('a set without a list passes, and so does a list of all members', () => {
  expect(findings(peerListComplete, sound().objects)).toEqual([]);
  expect(env('ETCD_INITIAL_CLUSTER', 'web-0=http://web-0.web:2380,web-1=http://web-1.web:2380,web-2=http://web-2.web:2380')).toEqual([]);
});

test('fails a list that was not extended with the set', () => {
  const [finding, ...others] = env('ETCD_INITIAL_CLUSTER', 'web-0=http://web-0.web:2380,web-1=http://web-1.web:2380,web-2=http://web-2.web:2380', ({ set }) => { set.spec.replicas = 5; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'peer-list-complete', severity: 'warning', path: 'spec.template.spec.containers[0].env[0].value', acknowledgeable: true });
  expect(finding.message).toContain('the list names 3 members and lacks web-3, web-4 of the 5');
  expect(finding.fix).toContain('"web-3.web"');
});

test.each([
  ['KAFKA_CONTROLLER_QUORUM_VOTERS', '0@web-0.web:9093,1@web-1.web:9093'], ['ZOO_SERVERS', 'server.1=web-0.web:2888 server.2=web-1.web:2888'], ['PEERS', 'web-0.web,web-2.web.prod.svc'],
])('fails an incomplete %s', (name, value) => {
  expect(env(name, value)).toHaveLength(1);
});

test.each([
  ['CASSANDRA_SEEDS', 'web-0.web,web-1.web'], ['BOOTSTRAP_SERVERS', 'web-0.web:9092,web-1.web:9092'], ['ETCD_INITIAL_CLUSTER_STATE', 'web-0.web,web-1.web'], ['PEERS', 'web-0.web'],
  ['PEERS', 'web-0.web.other.svc,web-1.web.other.svc'], ['PEERS', 'db-0.web,db-1.web'], ['JOIN_PEERS', 'web-0.web,web-1.web'],
])('%s=%s may be part of the members', (name, value) => {
  expect(env(name, value)).toEqual([]);
});

test('fails an incomplete list in the value of an option, in a script and in a ConfigMap', () => {
  const list = 'web-0=http://web-0.web:2380,web-1=http://web-1.web:2380';
  expect(afterChange(peerListComplete, ({ container }) => { container.args = ['--initial-cluster', list]; })).toMatchObject([{ path: 'spec.template.spec.containers[0].args[1]' }]);
  expect(afterChange(peerListComplete, ({ container }) => { container.command = ['sh', '-c', `exec etcd \\\n  --initial-cluster=${list} \\\n  --join=x`]; })).toHaveLength(1);
  expect(afterChange(peerListComplete, ({ container, objects }) => {
    container.envFrom = [{ configMapRef: { name: 'zoo' } }];
    objects.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'zoo', namespace: 'prod' }, data: { 'zoo.cfg': 'tickTime=2000\nserver.1=web-0.web:2888:3888\nserver.2=web-1.web:2888:3888\n' } });
  })).toMatchObject([{ kind: 'ConfigMap', path: 'data["zoo.cfg"]' }]);
});

test('a number of members that is not written, scaled or declared tells nothing', () => {
  expect(env('PEERS', 'web-0.web,web-1.web', ({ set }) => { delete set.spec.replicas; })).toEqual([]);
  expect(env('PEERS', 'web-0.web,web-1.web', ({ set }) => { set.metadata.labels = { 'app.kubernetes.io/managed-by': 'cdk8s' }; })).toEqual([]);
  expect(env('PEERS', 'web-0.web,web-1.web', ({ objects }) => objects.push({
    kind: 'HorizontalPodAutoscaler', metadata: { name: 'web', namespace: 'prod' }, spec: { maxReplicas: 9, scaleTargetRef: { kind: 'StatefulSet', name: 'web' } },
  }))).toEqual([]);
});

test('a list with a member that never exists is left to the rule about that', () => {
  expect(env('PEERS', 'web-1.web,web-2.web,web-3.web')).toEqual([]);
});
