import { deepStrictEqual, strictEqual } from 'assert';
import { info, redis, REDIS_PACKAGES, redisImage } from './redis';
import { RedisReplicationChart } from '../../../examples/redis-replication/main';
import { Context } from '../context';
import { startExample } from '../example';
import { LiveSet } from '../live-set';
import { drain, uncordon } from '../nodes';
import { restart, whenUpdated } from '../rollout';
import { Scenario } from '../scenario';

export const redisUpkeep: Scenario = {
  name: 'redis-upkeep',
  law: 'Redis goes on through a larger size, a rolling update that comes to the master last, and a drain',
  system: 'Redis replication',
  images: () => [redisImage()],
  packages: REDIS_PACKAGES,
  disturbs: true,
  run: async (context) => {
    const set = await startExample(context, RedisReplicationChart);
    context.runs('redis', (await info(context, 'test-redis-pod-0', 'server')).redis_version);
    strictEqual(await redis(context, 'test-redis-pod-0', 'set', 'k', 'v'), 'OK');
    await scaled(context, set);
    await updated(context, set);
    await drained(context, set);
  },
};

/** A new replica copies everything by itself; the claim of one that goes stays. */
async function scaled(context: Context, set: LiveSet): Promise<void> {
  await set.scale(4);
  await set.whenComplete();
  strictEqual(await redis(context, 'test-redis-pod-3', 'get', 'k'), 'v');
  await set.scale(3);
  await set.whenComplete();
  deepStrictEqual(Object.keys(await set.volumes()).sort(), [0, 1, 2, 3].map((ordinal) => `data-test-redis-pod-${ordinal}`));
  context.shows('scale');
}

async function updated(context: Context, set: LiveSet): Promise<void> {
  const history = await set.follow();
  await restart(context, set);
  await whenUpdated(context, set, 240);
  deepStrictEqual(await history.told(9), [2, 1, 0].flatMap((ordinal) => [`deleted ${ordinal}`, `created ${ordinal}`, `ready ${ordinal}`]));
  await linked(context);
  context.shows('rolling update');
}

/** The volumes are of their nodes here: the pod comes back when its node does. */
async function drained(context: Context, set: LiveSet): Promise<void> {
  const { node } = await set.pod(1);
  await drain(context, node);
  strictEqual(await redis(context, 'test-redis-pod-0', 'set', 'k', 'after the drain'), 'OK');
  await uncordon(context, node);
  await set.whenComplete();
  await linked(context);
  strictEqual(await redis(context, 'test-redis-pod-1', 'get', 'k'), 'after the drain');
  context.shows('drain');
}

async function linked(context: Context): Promise<void> {
  for (const pod of ['test-redis-pod-1', 'test-redis-pod-2']) {
    await context.until(`${pod} to follow the master`, 150, async () => (await info(context, pod, 'replication')).master_link_status === 'up');
  }
}
