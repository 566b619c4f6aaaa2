import { strictEqual } from 'assert';
import { info, redis, REDIS_PACKAGES, redisImage } from './redis';
import { RedisReplicationChart } from '../../../examples/redis-replication/main';
import { showDrain, showScale, showUpdate } from '../columns';
import { Context } from '../context';
import { startExample } from '../example';
import { LiveSet } from '../live-set';
import { restart } from '../rollout';
import { Scenario } from '../scenario';

const PODS = ['test-redis-pod-0', 'test-redis-pod-1', 'test-redis-pod-2'];

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
  await showScale(context, set, async ({ name }) => strictEqual(await redis(context, name, 'get', 'k'), 'v'), () => hasKey(context, 'v'));
}

async function updated(context: Context, set: LiveSet): Promise<void> {
  await showUpdate(context, set, () => restart(context, set), () => hasKey(context, 'v'), 240);
}

/** The volumes are of their nodes here: the pod comes back when its node does. */
async function drained(context: Context, set: LiveSet): Promise<void> {
  const { node } = await set.pod(1);
  await showDrain(context, set, node, {
    away: async () => strictEqual(await redis(context, 'test-redis-pod-0', 'set', 'k', 'after the drain'), 'OK'),
    back: () => hasKey(context, 'after the drain'),
  });
}

/** Every replica follows the master, and has what the master has. */
async function hasKey(context: Context, value: string): Promise<void> {
  await linked(context);
  for (const pod of PODS) strictEqual(await redis(context, pod, 'get', 'k'), value, `${pod} has not what was written`);
}

async function linked(context: Context): Promise<void> {
  for (const pod of PODS.slice(1)) {
    await context.until(`${pod} to follow the master`, 150, async () => (await info(context, pod, 'replication')).master_link_status === 'up');
  }
}
