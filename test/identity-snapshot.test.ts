import { Chart, JsonPatch, Testing } from 'cdk8s';
import { chart, db } from './support';
import { Disruption, IdentitySnapshot, Members, UpdatePolicy } from '../src';

test('a suite keeps the identities of a chart with one line', () => {
  const scope = chart();
  db({ members: Members.quorum({ bootstrapTogether: true }) }, scope, 'etcd');
  db({ replicas: 2, ordinalsStart: 5, updatePolicy: UpdatePolicy.rolling({ fromOrdinal: 6 }), clusterDomain: 'k8s.example.org' }, scope, 'shard');
  db({ replicas: 1, updatePolicy: UpdatePolicy.onDelete(), disruption: Disruption.none('a cache') }, scope, 'cache');
  expect(IdentitySnapshot.of(scope).text).toMatchSnapshot();
});

test('the text says who is who and in which order, literally', () => {
  const { chart: scope } = db();
  expect(IdentitySnapshot.of(scope).text).toBe(`StatefulSet prod/db
  headless Service  db.prod.svc.cluster.local
  selector          app.kubernetes.io/instance=db, app.kubernetes.io/name=db
  policy            OrderedReady, RollingUpdate
  budget            maxUnavailable 1 of 3: a drain may take 1 (AlwaysAllow)
  start             0, then 1, then 2, each when the one before is ready
  update            2, then 1, then 0, each when the one before is ready
  scale down        2, then 1, then 0, each when the one before is gone
  #  pod   fqdn                            claims
  0  db-0  db-0.db.prod.svc.cluster.local  data-db-0
  1  db-1  db-1.db.prod.svc.cluster.local  data-db-1
  2  db-2  db-2.db.prod.svc.cluster.local  data-db-2
`);
});

test('peer Services have a column of their own where there are any', () => {
  const { chart: scope, workload } = db({ replicas: 2 });
  const [, second] = workload.addPeerServices();
  expect(IdentitySnapshot.of(scope).text.split('\n').slice(-4).join('\n')).toBe(`  #  pod   fqdn                            peer                              claims
  0  db-0  db-0.db.prod.svc.cluster.local  db-0-peer.prod.svc.cluster.local  data-db-0
  1  db-1  db-1.db.prod.svc.cluster.local  db-1-peer.prod.svc.cluster.local  data-db-1
`);
  expect(JSON.parse(IdentitySnapshot.of(scope).json)[0].pods[1].peer).toBe('db-1-peer.prod.svc.cluster.local');
  second.addJsonPatch(JsonPatch.replace('/spec/selector/statefulset.kubernetes.io~1pod-name', 'db-0'));
  expect(IdentitySnapshot.of(scope).text).toContain('1  db-1  db-1.db.prod.svc.cluster.local  -                                 data-db-1');
});

test('an autoscaled set is listed up to its maximum, and what is above the minimum is marked', () => {
  const { chart: scope } = db({ replicas: undefined, autoscale: { min: 2, max: 4 }, ordinalsStart: 9 });
  expect(IdentitySnapshot.of(scope).text).toBe(`StatefulSet prod/db
  headless Service  db.prod.svc.cluster.local
  selector          app.kubernetes.io/instance=db, app.kubernetes.io/name=db
  policy            OrderedReady, RollingUpdate
  budget            maxUnavailable 1 of 2: a drain may take 1 (AlwaysAllow)
  autoscaled        2 to 4 replicas; budget and orders are those of the minimum, + is there only above it
  start             9, then 10, each when the one before is ready
  update            10, then 9, each when the one before is ready
  scale down        10, then 9, each when the one before is gone
  #    pod    fqdn                             claims
  9    db-9   db-9.db.prod.svc.cluster.local   data-db-9
  10   db-10  db-10.db.prod.svc.cluster.local  data-db-10
  11+  db-11  db-11.db.prod.svc.cluster.local  data-db-11
  12+  db-12  db-12.db.prod.svc.cluster.local  data-db-12
`);
  const [table] = JSON.parse(IdentitySnapshot.of(scope).json);
  expect([table.replicas, table.pods.map((pod: any) => pod.scaled ?? false)]).toEqual(['2 to 4', [false, false, true, true]]);
});

test('the same as JSON', () => {
  const { chart: scope } = db({ replicas: 1, disruption: Disruption.allowOutage('x') });
  expect(JSON.parse(IdentitySnapshot.of(scope).json)).toEqual([{
    statefulSet: 'db',
    namespace: 'prod',
    service: 'db.prod.svc.cluster.local',
    publishNotReadyAddresses: false,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: 'RollingUpdate',
    selector: 'app.kubernetes.io/instance=db, app.kubernetes.io/name=db',
    budget: 'maxUnavailable 1 of 1: a drain may take 1 (AlwaysAllow)',
    pods: [{ ordinal: 0, pod: 'db-0', fqdn: 'db-0.db.prod.svc.cluster.local', claims: ['data-db-0'] }],
    start: '0',
    update: '0',
    scaleDown: '0',
  }]);
});

test('patches count: it is read off the manifests', () => {
  const { chart: scope, workload } = db();
  workload.statefulSet.addJsonPatch(JsonPatch.replace('/spec/replicas', 1), JsonPatch.replace('/spec/serviceName', 'other'));
  expect(IdentitySnapshot.of(scope).text).toContain('headless Service  other.prod.svc.cluster.local');
  expect(IdentitySnapshot.of(scope).text).not.toContain('db-1');
});

test('it covers what is below its scope and nothing else', () => {
  const app = Testing.app();
  const [one, two] = ['one', 'two'].map((id) => new Chart(app, id, { namespace: id }));
  db({}, one, 'a');
  const { workload } = db({}, two, 'b');
  const sets = (text: string) => text.match(/^StatefulSet .*$/gm);
  expect(sets(IdentitySnapshot.of(app).text)).toEqual(['StatefulSet one/a', 'StatefulSet two/b']);
  expect(sets(IdentitySnapshot.of(one).text)).toEqual(['StatefulSet one/a']);
  expect(sets(IdentitySnapshot.of(workload).text)).toEqual(['StatefulSet two/b']);
});

test('long sets are summed up in their orders and listed in full', () => {
  const { chart: scope } = db({ replicas: 20 });
  const { text } = IdentitySnapshot.of(scope);
  expect(text).toContain('start             0, then 1, then 2, then …, then 19, each when the one before is ready');
  expect(text).toContain('19  db-19');
});
