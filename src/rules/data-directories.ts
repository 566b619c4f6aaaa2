import { map } from './json';
import { MountView, claimNames, mountsOf } from './mounts';
import type { Json } from './rule';
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
      if (!source || !(DATA_DIRECTORIES.has(directory) || BITNAMI_DIRECTORY.test(directory)) || kept.some((path) => path.startsWith(`${directory}/`))) continue;
      found.push({ mount, directory, source });
    }
  }
  return found;
}

/** Without a source a volume is an emptyDir. */
function sourceOf(volume: Json): VolatileData['source'] | undefined {
  const source = VOLATILE.find((kind) => (map(volume)[kind] ?? undefined) !== undefined);
  return source ?? (Object.keys(map(volume)).every((key) => key === 'name' || map(volume)[key] === null) ? 'emptyDir' : undefined);
}
