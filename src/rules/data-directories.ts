import { map } from './json';
import { MountView, mountsOf } from './mounts';
import type { SetView } from './set-view';

/** Where servers that keep data keep it, in the images most people run. */
const DATA_DIRECTORIES: ReadonlySet<string> = new Set([
  '/var/lib/postgresql', '/var/lib/postgresql/data', '/var/lib/mysql', '/data/db', '/var/lib/mongodb', '/var/lib/etcd',
  '/var/lib/kafka', '/var/lib/kafka/data', '/var/lib/zookeeper', '/var/lib/zookeeper/data', '/var/lib/cassandra', '/var/lib/rabbitmq',
  '/var/lib/rabbitmq/mnesia', '/var/lib/clickhouse', '/var/lib/influxdb', '/var/lib/influxdb2', '/usr/share/elasticsearch/data',
  '/usr/share/opensearch/data', '/cockroach/cockroach-data', '/qdrant/storage',
]);
const BITNAMI_DIRECTORY = /^\/bitnami\/[^/]+(\/data)?$/;

const VOLATILE = ['emptyDir', 'hostPath', 'ephemeral'] as const;

/** A data directory on a volume that does not follow the member. */
export interface VolatileData {
  readonly mount: MountView;
  readonly directory: string;
  readonly source: typeof VOLATILE[number];
}

/** Data directories on volatile volumes; none once the set has a claim template: then the layout is somebody's decision. */
export function volatileData(set: SetView): VolatileData[] {
  if (set.claims.length > 0) return [];
  const sources = new Map(set.volumes.map((volume) => [volume.name, VOLATILE.find((kind) => map(volume)[kind] !== undefined)]));
  const found: VolatileData[] = [];
  for (const holder of set.containers.filter(({ init, sidecar }) => !init || sidecar)) {
    for (const mount of mountsOf(holder)) {
      const directory = (mount.at ?? '').replace(/\/+$/, '');
      const source = sources.get(mount.name);
      if (source && (DATA_DIRECTORIES.has(directory) || BITNAMI_DIRECTORY.test(directory))) found.push({ mount, directory, source });
    }
  }
  return found;
}
