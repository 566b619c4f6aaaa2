import { doesNotMatch, match, notStrictEqual, strictEqual } from 'assert';
import { info, redis, REDIS_PACKAGES, redisImage } from './redis';
import { RedisSentinelChart } from '../../../examples/redis-sentinel/main';
import { showDrain, showKill, showScale, showUpdate } from '../columns';
import { Context } from '../context';
import { startExample } from '../example';
import { LiveSet } from '../live-set';
import { restart } from '../rollout';
import { Scenario } from '../scenario';

const PODS = ['redis-0', 'redis-1', 'redis-2'];

export const redisSentinel: Scenario = {
  name: 'redis-sentinel',
  law: 'Sentinels that know everybody by name choose another master when one crashes or is taken away, and the old one comes back as a replica',
  system: 'Redis with Sentinel',
  images: () => [redisImage()],
  packages: REDIS_PACKAGES,
  disturbs: true,
  slow: true,
  run: async (context) => {
    const set = await startExample(context, RedisSentinelChart);
    context.runs('redis', (await info(context, 'redis-0', 'server')).redis_version);
    strictEqual(await master(context, 'redis-1'), 'redis-0');
    await agreed(context);
    strictEqual(await redis(context, 'redis-0', 'set', 'k', 'first'), 'OK');
    context.shows('members see each other');
    await crashed(context, set);
    await handedOver(context, set);
    await keptUp(context, set);
  },
};

/** The pod that the Sentinel of another pod takes for the master. */
async function master(context: Context, asked: string): Promise<string> {
  const [host] = (await redis(context, asked, '-p', '26379', 'sentinel', 'get-master-addr-by-name', 'redis')).split(/\s/);
  const [, name] = /^(redis-\d)-peer\.(?:.+)\.svc\.cluster\.local$/.exec(host) ?? [];
  if (name === undefined) throw new Error(`a Sentinel knows the master by ${host}, which is not its name`);
  return name;
}

/** Waits until all Sentinels name one master, that one alone is one, and all others copy from it. */
async function agreed(context: Context): Promise<string> {
  return context.until('one master, two replicas and three Sentinels that agree', 180, async () => {
    const [one, ...others] = await Promise.all(PODS.map((pod) => master(context, pod)));
    const roles = await Promise.all(PODS.map((pod) => info(context, pod, 'replication')));
    const right = roles.every(({ role, master_link_status: link }, at) => (PODS[at] === one ? role === 'master' : role === 'slave' && link === 'up'));
    return others.every((each) => each === one) && right && one;
  });
}

/** The master crashes, and crashes again: the kubelet waits ten seconds before it starts it once more, and nobody has handed over. */
async function crashed(context: Context, set: LiveSet): Promise<void> {
  await crash(context);
  await context.until('redis-0 to have been restarted', 60, async () => (await set.pod(0)).restarts === 1 && await redis(context, 'redis-0', 'ping') === 'PONG');
  strictEqual(await agreed(context), 'redis-0');
  // It is back before anybody takes over, with what it has saved, and the replicas forget what they had beyond that.
  const saved = await redis(context, 'redis-0', 'get', 'k');
  for (const pod of PODS.slice(1)) strictEqual(await redis(context, pod, 'get', 'k'), saved);
  context.step(`the key of a few seconds before the crash is ${saved === '' ? 'lost' : 'there'}`);
  await crash(context);
  const start = performance.now();
  const next = await context.until('another master to be chosen', 60, async () => {
    const chosen = await master(context, 'redis-2');
    return chosen !== 'redis-0' && (await info(context, chosen, 'replication')).role === 'master' && chosen;
  });
  context.measure('until there is another master, after a crash', (performance.now() - start) / 1000, 30);
  strictEqual(await redis(context, next, 'set', 'k', 'written to the next master'), 'OK');
  strictEqual(await agreed(context), next);
  strictEqual(await redis(context, 'redis-0', 'get', 'k'), 'written to the next master');
  // A server marks each line with what it is: M, or S for a replica.
  const log = await context.kubectl.run(['logs', `--namespace=${context.namespace}`, 'redis-0', '--container=redis']);
  match(log, /^1:S /m);
  doesNotMatch(log, /^1:M /m, 'the old master was a master again');
}

/** Ends the server as a crash does: nothing is saved, and no replica is waited for. The connection that asks for it is lost. */
async function crash(context: Context): Promise<void> {
  await redis(context, 'redis-0', 'shutdown', 'nosave', 'now', 'force').catch(() => undefined);
}

/** A master that is deleted hands over before it ends. */
async function handedOver(context: Context, set: LiveSet): Promise<void> {
  const name = await agreed(context);
  const before = (await set.pods()).find((pod) => pod.name === name)!;
  await redis(context, name, 'set', 'k', 'handed over');
  await showKill(context, set, before, {
    back: async () => {
      notStrictEqual(await agreed(context), name);
      await hasKey(context);
    },
  }, 120);
}

async function keptUp(context: Context, set: LiveSet): Promise<void> {
  await showScale(context, set, async ({ name }) => strictEqual(await redis(context, name, 'get', 'k'), 'handed over'), () => hasKey(context));
  await showUpdate(context, set, () => restart(context, set), () => hasKey(context), 400);

  const now = await agreed(context);
  const { node } = (await set.pods()).find(({ name }) => name === now)!;
  await showDrain(context, set, node, {
    away: () => context.until('another master while the node is away', 60, async () => await master(context, PODS.find((pod) => pod !== now)!) !== now),
    back: () => hasKey(context),
  });
}

/** All agree on a master, and have what was written. */
async function hasKey(context: Context): Promise<void> {
  await agreed(context);
  for (const pod of PODS) strictEqual(await redis(context, pod, 'get', 'k'), 'handed over');
}
