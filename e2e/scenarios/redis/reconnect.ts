import { strictEqual } from 'assert';
import { info, redis, REDIS_PACKAGES, redisImage } from './redis';
import { RedisReplicationChart } from '../../../examples/redis-replication/main';
import { Endpoints } from '../../dns/endpoints';
import { Context } from '../context';
import { dnsPatchFor, keepAnswers, patchCoreDns } from '../core-dns';
import { example, startRendered } from '../example';
import { LiveSet } from '../live-set';
import { isDenied, whenForgotten } from '../lookup';
import { cordon, nodeNames, uncordon } from '../nodes';
import { Prober } from '../prober';
import { Scenario } from '../scenario';

/** Of what is promised; what is not takes a minute each. */
const ROUNDS = 3;
/** Seconds until a replica gives up an address that nobody has any more, and more. */
const LIMIT = 150;
/** Seconds within which a replica follows the master to its new address, patched. */
const PROMISED = 5;
/** Seconds that it takes at least where it is not: a denial of thirty, without those in which the master starts. */
const KEPT = 10;
const MASTER = 'test-redis-pod-0';

export const redisReconnect: Scenario = {
  name: 'redis-reconnect',
  law: 'replicas follow a replaced master within five seconds where CoreDNS is patched, and not within ten where it is not and its name was asked for meanwhile',
  system: 'Redis replication',
  images: () => [redisImage()],
  packages: REDIS_PACKAGES,
  disturbs: true,
  alone: 'core-dns',
  changesDns: true,
  slow: true,
  run: async (context) => {
    await keepAnswers(context);
    const rendered = example(context, RedisReplicationChart);
    const set = await startRendered(context, rendered);
    const endpoints = await Endpoints.start(context.client);
    context.atEnd(async () => endpoints.stop());
    context.runs('redis', (await info(context, MASTER, 'server')).redis_version);
    await redis(context, MASTER, 'set', 'k', 'v');
    for (let round = 1; round <= context.rounds; round++) {
      // A server that remembers an old answer would ask again at some other time than the next one.
      await whenForgotten(context, MASTER);
      const seconds = await masterReplaced(context, set, endpoints, `Corefile of kubeadm up to 1.31, round ${round}`);
      strictEqual(seconds > KEPT, true, `replicas followed after ${seconds} s: there is nothing to cure here`);
    }

    await patchCoreDns(context, await dnsPatchFor(context, 'test-redis-service'));
    for (let round = 1; round <= ROUNDS; round++) await masterReplaced(context, set, endpoints, `patched, round ${round}`, PROMISED);
  },
};

/**
 * Deletes the master, which comes back when every DNS server has been asked for it and has denied it.
 *
 * @returns the seconds since it has an address again, until each replica has its link again
 */
async function masterReplaced(context: Context, set: LiveSet, endpoints: Endpoints, round: string, most?: number): Promise<number> {
  const before = await set.pod(0);
  const replicas = await Promise.all([1, 2].map((ordinal) => Prober.start(context, `test-redis-pod-${ordinal}`, 'redis-cli info replication | grep master_link_status')));
  await whileNoNodeTakesPods(context, async () => {
    await set.remove(before);
    await isDenied(context, 'test-redis-pod-1', set.identity.pod(0).fqdn);
  });
  const after = await set.whenReplaced(before, LIMIT);
  const published = await endpoints.when(after.address);
  const back = await Promise.all(replicas.map(async (replica, at) => {
    const { at: down } = await replica.first(`replica ${at + 1} to lose its master`, LIMIT, (text) => text.includes(':down'));
    return { down, up: (await replica.first(`replica ${at + 1} to have its master again`, LIMIT, (text) => text.includes(':up'), down)).at };
  }));
  for (const each of replicas) each.stop();
  const seconds = Math.max(0, ...back.map(({ up }) => up - published)) / 1000;
  context.measure(`until both replicas follow the new address, ${round}`, seconds, most);
  context.measure(`without a master in all, ${round}`, Math.max(...back.map(({ down, up }) => up - down)) / 1000);
  if (await redis(context, MASTER, 'get', 'k') !== 'v') throw new Error('the master has come back without its data');
  return seconds;
}

/** What is done meanwhile is over before a pod of the set starts again. */
async function whileNoNodeTakesPods(context: Context, step: () => Promise<void>): Promise<void> {
  const nodes = await nodeNames(context);
  for (const node of nodes) await cordon(context, node);
  await step();
  for (const node of nodes) await uncordon(context, node);
}
