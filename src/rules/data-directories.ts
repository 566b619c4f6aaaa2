import { parseImage } from './image';
import { list, map, text } from './json';
import { MountView, claimNames, mountsOf } from './mounts';
import type { Json } from './rule';
import type { SetView } from './set-view';

/** Where servers that keep data keep it, in the images most people run, and what tells that a container is such a server. */
const DATA_DIRECTORIES: ReadonlyMap<string, RegExp> = new Map([
  ...under(/postgres|pgsql|psql|pgdata|patroni|spilo|timescale|postgis|citus|\b5432\b/i, '/var/lib/postgresql', '/var/lib/postgresql/data'),
  ...under(/mysql|mariadb|percona|pxc|galera|\b3306\b/i, '/var/lib/mysql'),
  ...under(/mongo|\b27017\b/i, '/data/db', '/var/lib/mongodb'),
  ...under(/etcd|\b2379\b/i, '/var/lib/etcd'),
  ...under(/kafka|\b9092\b/i, '/var/lib/kafka', '/var/lib/kafka/data'),
  ...under(/zookeeper|zkserver|\bzk|\b2181\b/i, '/var/lib/zookeeper', '/var/lib/zookeeper/data'),
  ...under(/cassandra|k8ssandra|\b9042\b/i, '/var/lib/cassandra'),
  ...under(/rabbit|\b5672\b/i, '/var/lib/rabbitmq', '/var/lib/rabbitmq/mnesia'),
  ...under(/clickhouse|\b8123\b/i, '/var/lib/clickhouse'),
  ...under(/influx|\b8086\b/i, '/var/lib/influxdb', '/var/lib/influxdb2'),
  ...under(/elastic|\b9200\b/i, '/usr/share/elasticsearch/data'),
  ...under(/opensearch|\b9200\b/i, '/usr/share/opensearch/data'),
  ...under(/cockroach|\b26257\b/i, '/cockroach/cockroach-data'),
  ...under(/qdrant|\b6333\b/i, '/qdrant/storage'),
]);
const BITNAMI_DIRECTORY = /^\/bitnami\/([^/]+)(\/data)?$/;

function under(words: RegExp, ...directories: readonly string[]): Array<[string, RegExp]> {
  return directories.map((directory) => [directory, words]);
}

/** What stands before such servers, watches them or ships their logs: it keeps nothing, wherever its volumes are mounted. */
const NO_SERVER = /exporter|pmm-client|haproxy|proxysql|pgbouncer|pgpool|router|mongos|fluent|filebeat|promtail|telegraf|envoy/i;
const NO_SERVER_PROGRAM = /^(exec\s+)?([\w./-]*\/)?(mongos|mysqlrouter|haproxy|proxysql|pgbouncer|pgpool)(\s|$)/;
/** Images that may hold what they need for themselves only. */
const TOOL = /backup|client|cli\b|tool|init|sidecar|agent|operator|proxy|rest\b|connect|express|\bui\b|admin/i;
/** Programs that the image of a server has beside it. */
const TOOL_PROGRAM = /\b(pg_dump(all)?|pg_receivewal|pg_basebackup|psql|mysqldump|mongodump|xtrabackup|crond?|sleep infinity|tail -[fF]|grpc-proxy)\b/;
/** Servers of Bitnami's images that keep data, beside those above. */
const KEEPING_IMAGE = /^(redis|redis-cluster|valkey|keydb|minio|solr|neo4j|consul|nats|vault)$/;
/** A file that may give a node of Elasticsearch or OpenSearch its roles. */
const ROLES_FILE = /(elasticsearch|opensearch)\.yml$|\/(elasticsearch|opensearch)\/config\/?$/;
/** Roles of Elasticsearch and OpenSearch that keep something on disk. */
const KEEPING_ROLE = /^(master|cluster_manager|data|voting)/;

const VOLATILE = ['emptyDir', 'hostPath', 'ephemeral'] as const;

/** A data directory on a volume that does not follow the member. */
export interface VolatileData {
  readonly mount: MountView;
  readonly directory: string;
  readonly source: typeof VOLATILE[number];
  /** Whether the container is known to be the server whose directory it is; otherwise the path alone tells. */
  readonly certain: boolean;
}

/** Data directories on volatile volumes, but those with a claim below them: there the data is on the claim. */
export function volatileData(set: SetView): VolatileData[] {
  const claims = claimNames(set);
  const sources = new Map(set.volumes.filter(({ name }) => !claims.has(name)).map((volume) => [volume.name, sourceOf(volume)]));
  const found: VolatileData[] = [];
  for (const holder of set.containers.filter(({ init, sidecar }) => !init || sidecar)) {
    const mounts = mountsOf(holder);
    const kept = mounts.filter(({ name }) => claims.has(name)).map(({ at }) => `${at ?? ''}/`);
    for (const mount of mounts) {
      const directory = (mount.at ?? '').replace(/\/+$/, '');
      const source = sources.get(mount.name);
      const server = serverOf(directory);
      // What a container may only read is the data of another one.
      if (!source || !server || mount.mount.readOnly === true || kept.some((path) => path.startsWith(`${directory}/`))) continue;
      if ((source === 'hostPath' && isPinned(set)) || keepsNothing(holder.container)) continue;
      found.push({ mount, directory, source, certain: isServer(holder.container, server, directory) && !mounts.some(({ at }) => ROLES_FILE.test(at ?? '')) });
    }
  }
  return found;
}

/** Without a source a volume is an emptyDir. */
function sourceOf(volume: Json): VolatileData['source'] | undefined {
  const source = VOLATILE.find((kind) => (map(volume)[kind] ?? undefined) !== undefined);
  return source ?? (Object.keys(map(volume)).every((key) => key === 'name' || map(volume)[key] === null) ? 'emptyDir' : undefined);
}

/** What tells the server that keeps its data in a directory; undefined for other directories. */
function serverOf(directory: string): RegExp | undefined {
  const [, bitnami] = BITNAMI_DIRECTORY.exec(directory) ?? [];
  if (bitnami === undefined) return DATA_DIRECTORIES.get(directory);
  return [...DATA_DIRECTORIES.values()].find((words) => words.test(bitnami)) ?? (KEEPING_IMAGE.test(bitnami) ? new RegExp(bitnami, 'i') : /(?!)/);
}

/** Whether image, program or a port is that of the server. */
function isServer(container: Json, server: RegExp, directory: string): boolean {
  const image = parseImage(text(container.image) ?? '').repository;
  const ports = list(container.ports).map((port) => String(map(port).containerPort));
  // An address of the server may be an argument of its clients, and a file of it one of who reads its log.
  const programs = wordsOf(container).filter((word) => !/[=:@]/.test(word) && !word.includes(directory));
  return !TOOL.test(last(image)) && !TOOL_PROGRAM.test(wordsOf(container).join(' ')) && [image, ...programs, ...ports].some((word) => server.test(word));
}

function keepsNothing(container: Json): boolean {
  return NO_SERVER.test(last(parseImage(text(container.image) ?? '').repository))
    || wordsOf(container).some((word) => NO_SERVER_PROGRAM.test(word)) || coordinates(container);
}

/** Whether a node of Elasticsearch or OpenSearch is given roles without data: one that only passes requests on. */
function coordinates(container: Json): boolean {
  const env = new Map(list(container.env).map(map).map(({ name, value }) => [String(name), text(value)] as const));
  const bitnami = env.get('ELASTICSEARCH_IS_DEDICATED_NODE') === 'yes' || env.get('OPENSEARCH_IS_DEDICATED_NODE') === 'yes';
  const roles = env.get('node.roles') ?? (bitnami ? env.get('ELASTICSEARCH_NODE_ROLES') ?? env.get('OPENSEARCH_NODE_ROLES') : undefined);
  if (roles !== undefined) return !roles.split(/[^a-z_]+/).some((role) => KEEPING_ROLE.test(role));
  return (env.get('node.data') === 'false' && env.get('node.master') === 'false') || /^(coordinating|ingest)/.test(env.get('ELASTICSEARCH_NODE_TYPE') ?? '');
}

function wordsOf({ command, args }: Json): string[] {
  return [...list(command), ...list(args)].flatMap((word) => text(word) ?? []);
}

function last(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}

/** Whether the only member is kept on one node, so that a directory of the node stays with it. */
function isPinned(set: SetView): boolean {
  if (set.autoscaler || set.replicas > 1) return false;
  const terms = list(map(map(map(set.pod.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution).nodeSelectorTerms).map(map);
  const one = (requirement: Json) => requirement?.operator === 'In' && list(requirement.values).length === 1;
  return Boolean(set.pod.nodeName) || map(set.pod.nodeSelector)['kubernetes.io/hostname'] !== undefined
    || (terms.length === 1 && (list(terms[0].matchFields).some(one) || list(terms[0].matchExpressions).some((e) => map(e).key === 'kubernetes.io/hostname' && one(e))));
}
