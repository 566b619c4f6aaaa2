import { strictEqual } from 'assert';
import { redis, REDIS_PACKAGES, redisImage } from './redis';
import { RedisReplicationChart } from '../../../examples/redis-replication/main';
import { KubernetesObject } from '../../control-plane/resource-paths';
import { example } from '../example';
import { LiveSet } from '../live-set';
import { Scenario } from '../scenario';

/** Why a set that copies from a master is refused without claims: the rule `stateful-without-storage`. */
export const redisEmptyMaster: Scenario = {
  name: 'redis-empty-master',
  law: 'without claims, a master that is replaced takes the data of every replica with it',
  system: 'Redis replication',
  images: () => [redisImage()],
  packages: REDIS_PACKAGES,
  run: async (context) => {
    const { declared, objects } = example(context, RedisReplicationChart);
    const set = await LiveSet.start(context, { declared, objects: objects.map(withoutClaims) });
    strictEqual(await redis(context, 'test-redis-pod-0', 'set', 'k', 'v'), 'OK');
    for (const pod of ['test-redis-pod-1', 'test-redis-pod-2']) await context.until(`${pod} to have the key`, 10, async () => await redis(context, pod, 'get', 'k') === 'v');
    const before = await set.pod(0);
    await set.remove(before);
    await set.whenReplaced(before, 120);
    // Each replica follows the new master sooner or later, and is then what the master is.
    for (const pod of ['test-redis-pod-0', 'test-redis-pod-1', 'test-redis-pod-2']) {
      await context.until(`${pod} to be empty`, 120, async () => await redis(context, pod, 'dbsize') === '0');
    }
  },
};

/** The same set with a volume that ends with the pod. */
function withoutClaims(object: KubernetesObject): KubernetesObject {
  if (object.kind !== 'StatefulSet') return object;
  const { volumeClaimTemplates, template, ...spec } = object.spec;
  const volumes = volumeClaimTemplates.map(({ metadata: { name } }: KubernetesObject) => ({ name, emptyDir: {} }));
  return { ...object, spec: { ...spec, template: { ...template, spec: { ...template.spec, volumes } } } };
}
