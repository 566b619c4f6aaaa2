import { sound } from './harness';
import { volatileData } from '../../src/rules/data-directories';
import { ObjectSet } from '../../src/rules/object-set';

function volatile(mountPath: string, source: any, claims = false, more: (s: any) => void = () => undefined) {
  const s = sound();
  if (!claims) delete s.set.spec.volumeClaimTemplates;
  s.pod.volumes = [{ name: 'data', ...source }];
  s.container.volumeMounts = [{ name: 'data', mountPath }];
  more(s);
  return volatileData(new ObjectSet(s.objects).sets[0]).map(({ directory, source: kind }) => [directory, kind]);
}

test.each(['/var/lib/postgresql/data', '/var/lib/mysql/', '/bitnami/redis/data', '/bitnami/kafka'])('%s on an emptyDir is data that goes with the pod', (path) => {
  expect(volatile(path, { emptyDir: {} })).toEqual([[path.replace(/\/$/, ''), 'emptyDir']]);
});

test('hostPath and ephemeral volumes do not follow the member either', () => {
  expect([volatile('/var/lib/etcd', { hostPath: { path: '/x' } }), volatile('/var/lib/etcd', { ephemeral: {} })]).toEqual([[['/var/lib/etcd', 'hostPath']], [['/var/lib/etcd', 'ephemeral']]]);
});

test('other paths, other volumes and a volume that a claim template replaces are nobody\'s mistake', () => {
  expect([volatile('/cache', { emptyDir: {} }), volatile('/var/lib/mysql', { configMap: {} }), volatile('/var/lib/mysql', { emptyDir: {} }, true)]).toEqual([[], [], []]);
});

test('a claim elsewhere does not keep the data, and one below the directory does', () => {
  const beside = (path: string) => volatile('/var/lib/mysql', { emptyDir: {} }, true, ({ pod, container, claim }) => {
    claim.metadata.name = 'store';
    container.volumeMounts.push({ name: 'store', mountPath: path });
    pod.volumes[0].name = 'data';
  });
  expect([beside('/backup'), beside('/var/lib/mysql/data')]).toEqual([[['/var/lib/mysql', 'emptyDir']], []]);
});

test('a volume without a source is an emptyDir', () => {
  expect([volatile('/var/lib/mysql', {}), volatile('/var/lib/mysql', { emptyDir: null })]).toEqual([[['/var/lib/mysql', 'emptyDir']], [['/var/lib/mysql', 'emptyDir']]]);
});

const certain = (mountPath: string, container: any) => {
  const s = sound();
  delete s.set.spec.volumeClaimTemplates;
  s.pod.volumes = [{ name: 'data', emptyDir: {} }];
  Object.assign(s.container, { ports: [], ...container, volumeMounts: [{ name: 'data', mountPath }] });
  return volatileData(new ObjectSet(s.objects).sets[0]).map((found) => found.certain);
};

test('image, program or port tell that the server itself is there, and the path alone does not', () => {
  expect([
    certain('/var/lib/mysql', { image: 'registry.example/mariadb:11' }), certain('/var/lib/mysql', { image: 'own/db:1', command: ['/usr/sbin/mysqld'] }),
    certain('/var/lib/postgresql/data', { image: 'own/accounts:1', ports: [{ containerPort: 5432 }] }), certain('/var/lib/mysql', { image: 'own/accounts:1' }),
    certain('/var/lib/mysql', { image: 'own/app:1', args: ['--db=mysql://db'] }), certain('/var/lib/mysql', { image: 'own/mysql-backup:1' }),
    certain('/var/lib/postgresql/data', { image: 'postgres:17', command: ['sh', '-c', 'while true; do pg_dump -h db > /backup/x; sleep 3600; done'] }),
  ]).toEqual([[true], [true], [true], [false], [false], [false], [false]]);
});

test.each([
  ['a router of MongoDB', '/data/db', { image: 'percona/percona-server-mongodb:7.0', command: ['/opt/percona/ps-entry.sh'], args: ['mongos', '--port=27017'] }],
  ['a router that a shell starts', '/data/db', { image: 'mongo:7', command: ['sh', '-c', 'exec mongos --configdb cfg/c-0.c'] }],
  ['a proxy', '/var/lib/mysql', { image: 'percona/haproxy:2.8' }],
  ['an agent of a monitor', '/var/lib/mysql', { image: 'percona/pmm-client:3' }],
  ['an exporter', '/var/lib/mysql', { image: 'prom/mysqld-exporter:v0.15' }],
  ['a node of Elasticsearch that only coordinates', '/usr/share/elasticsearch/data', { image: 'elasticsearch:8.15.0', env: [{ name: 'node.roles', value: '[ ]' }] }],
  ['one of Bitnami', '/bitnami/elasticsearch/data', {
    image: 'bitnamilegacy/elasticsearch:8.18.0', env: [{ name: 'ELASTICSEARCH_IS_DEDICATED_NODE', value: 'yes' }, { name: 'ELASTICSEARCH_NODE_ROLES', value: '' }],
  }],
])('%s keeps no data', (_, mountPath, container) => {
  expect(certain(mountPath, container)).toEqual([]);
});

test('a node of Elasticsearch with roles that keep data keeps it, and one that is told no roles has all', () => {
  const node = (...env: any[]) => certain('/usr/share/elasticsearch/data', { image: 'elasticsearch:8.15.0', env });
  expect([node({ name: 'node.roles', value: 'ingest,data_hot' }), node({ name: 'node.roles', value: 'master' }), node(), node({ name: 'ELASTICSEARCH_NODE_ROLES', value: '' })])
    .toEqual([[true], [true], [true], [true]]);
});

test('what a container may only read is the data of another one', () => {
  expect(volatile('/var/lib/mysql', { emptyDir: {} }, false, ({ container }) => { container.volumeMounts[0].readOnly = true; })).toEqual([]);
});

test('a directory of the node stays with the only member that is kept there, and with several or elsewhere it does not', () => {
  const pinned = (pod: any, replicas = 1) => volatile('/var/lib/mysql', { hostPath: { path: '/x' } }, false, (s) => {
    s.set.spec.replicas = replicas;
    Object.assign(s.pod, pod);
  }).length;
  const affinity = (values: string[]) => ({
    nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values }] }] } },
  });
  const nodeSelector = { 'kubernetes.io/hostname': 'node-1' };
  expect([pinned({ nodeSelector }), pinned({ affinity: affinity(['node-1']) }), pinned({ nodeName: 'node-1' })]).toEqual([0, 0, 0]);
  expect([pinned({ nodeSelector }, 3), pinned({ affinity: affinity(['node-1', 'node-2']) }), pinned({ nodeSelector: { zone: 'a' } }), pinned({})]).toEqual([1, 1, 1, 1]);
});

test.each([
  ['a client', '/var/lib/postgresql/data', { image: 'postgres:16', command: ['pg_basebackup', '-D', '/x'] }],
  ['a shell that asks', '/var/lib/postgresql/data', { image: 'postgres:16', command: ['sh', '-c', 'while sleep 60; do psql -h db; done'] }],
  ['a shell that waits', '/var/lib/postgresql/data', { image: 'postgres:16', command: ['tail', '-f', '/dev/null'] }],
  ['a proxy in the image of the server', '/var/lib/etcd', { image: 'etcd:3.6', command: ['etcd', 'grpc-proxy', 'start'] }],
  ['who reads its log', '/var/lib/mysql', { image: 'busybox', command: ['tail', '-F', '/var/lib/mysql/slow.log'] }],
  ['an operator', '/var/lib/mysql', { image: 'mysql/mysql-operator:9' }],
  ['an interface', '/var/lib/kafka', { image: 'provectuslabs/kafka-ui:1' }],
  ['a program that keeps nothing in an image of Bitnami', '/bitnami/nginx', { image: 'bitnami/nginx:1' }],
])('%s is not known to be the server', (_, mountPath, container) => {
  expect(certain(mountPath, container)).toEqual([false]);
});

test('a node of Elasticsearch whose roles may stand in a file is not known to keep data', () => {
  const s = sound();
  delete s.set.spec.volumeClaimTemplates;
  s.pod.volumes = [{ name: 'data', emptyDir: {} }, { name: 'config', configMap: { name: 'es' } }];
  Object.assign(s.container, { image: 'elasticsearch:8.14.0', volumeMounts: [{ name: 'data', mountPath: '/usr/share/elasticsearch/data' }, { name: 'config', mountPath: '/usr/share/elasticsearch/config/elasticsearch.yml' }] });
  expect(volatileData(new ObjectSet(s.objects).sets[0]).map((found) => found.certain)).toEqual([false]);
});
