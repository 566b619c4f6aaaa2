import { deepStrictEqual, notStrictEqual, strictEqual } from 'assert';
import { info, redis, REDIS_PACKAGES, redisImage } from './redis';
import { RedisReplicationChart } from '../../../examples/redis-replication/main';
import { showKill } from '../columns';
import { Context } from '../context';
import { startExample } from '../example';
import { LiveSet } from '../live-set';
import { Scenario } from '../scenario';

export const redisReplication: Scenario = {
  name: 'redis-replication',
  law: 'pod 0 is the master by its name, the others copy from it, and a replica that is replaced has its data and goes on where it was',
  system: 'Redis replication',
  images: () => [redisImage()],
  packages: REDIS_PACKAGES,
  run: async (context) => {
    const set = await startExample(context, RedisReplicationChart);
    const [master, ...replicas] = await set.pods();
    context.runs('redis', (await info(context, master.name, 'server')).redis_version);
    deepStrictEqual([master, ...replicas].map(({ name }) => name), ['test-redis-pod-0', 'test-redis-pod-1', 'test-redis-pod-2']);
    const masterName = `test-redis-pod-0.test-redis-service.${context.namespace}.svc.cluster.local`;
    strictEqual((await info(context, master.name, 'replication')).role, 'master');
    for (const { name } of replicas) {
      const { role, master_host: host, master_link_status: link } = await info(context, name, 'replication');
      deepStrictEqual({ role, host, link }, { role: 'slave', host: masterName, link: 'up' });
    }
    context.shows('members see each other');

    strictEqual(await redis(context, master.name, 'set', 'k', 'v1'), 'OK');
    for (const { name } of replicas) await context.until(`${name} to have what was written`, 10, async () => await redis(context, name, 'get', 'k') === 'v1');
    strictEqual(await redis(context, 'test-redis-pod-1', 'set', 'k', 'v2'), 'READONLY You can\'t write against a read only replica.');
    // The address of the article, from another pod, and the two Services for clients.
    strictEqual(await redis(context, 'test-redis-pod-2', '-h', masterName, 'get', 'k'), 'v1');
    strictEqual(await redis(context, 'test-redis-pod-2', '-h', 'test-redis-master', 'set', 'by-service', 'v'), 'OK');
    strictEqual(await redis(context, 'test-redis-pod-2', '-h', 'test-redis-read', 'get', 'k'), 'v1');
    await replicaReplaced(context, set);
  },
};

/** A replica comes back as another pod with the data of the one before, and asks for what it has missed only. */
async function replicaReplaced(context: Context, set: LiveSet): Promise<void> {
  const [before, syncs] = [await set.pod(1), await info(context, 'test-redis-pod-0', 'stats')];
  await showKill(context, set, before, {
    away: async () => strictEqual(await redis(context, 'test-redis-pod-0', 'set', 'while-away', 'v'), 'OK'),
    back: async (after) => {
      notStrictEqual(after.address, before.address);
      strictEqual(await redis(context, after.name, 'get', 'k'), 'v1');
      strictEqual(await redis(context, after.name, 'get', 'while-away'), 'v');
      const { sync_partial_ok: partial, sync_full: full } = await info(context, 'test-redis-pod-0', 'stats');
      deepStrictEqual({ partial: Number(partial) - Number(syncs.sync_partial_ok), full: Number(full) - Number(syncs.sync_full) }, { partial: 1, full: 0 });
    },
  });
}
