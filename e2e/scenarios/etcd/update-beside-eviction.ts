import { deepStrictEqual, rejects, strictEqual } from 'assert';
import { Etcd, OF_ETCD } from './etcd';
import { EtcdChart } from '../../../examples/etcd/main';
import { Context } from '../context';
import { startExample } from '../example';
import { LiveSet } from '../live-set';
import { cordon, uncordon } from '../nodes';
import { Pod } from '../pod';
import { patch, restart, whenUpdated } from '../rollout';
import { Scenario } from '../scenario';

/** The price of Parallel, which the rule `parallel-update-drops-quorum` tells, and how it is not paid. */
export const etcdUpdateBesideEviction: Scenario = {
  name: 'etcd-update-beside-eviction',
  law: 'an update of three members under Parallel that begins while one is evicted takes the majority away, and gives it back by itself; a staged one waits',
  ...OF_ETCD,
  disturbs: true,
  run: async (context) => {
    const set = await startExample(context, EtcdChart);
    const etcd = await Etcd.start(context, set.identity);
    await etcd.put('v');
    const evicted = await evictFirst(context, set);
    await etcd.put('one is away');
    // A second node is closed, so that what the update takes does not come back before it is looked at.
    const updated = await set.pod(2);
    await cordon(context, updated.node);
    await restart(context, set);
    await context.until('the update to take etcd-2, although etcd-0 is away', 60, async () => (await set.pods()).every(({ ordinal, uid }) => ordinal !== 2 || uid !== updated.uid));
    await rejects(etcd.run('put', 'k', 'no majority'), /context deadline exceeded|etcdserver: request timed out|no leader/);
    await uncordon(context, updated.node);
    await uncordon(context, evicted.node);
    await whenUpdated(context, set, 240);
    await etcd.put('again');
    await staged(context, set, etcd);
  },
};

/** Evicts etcd-0, and lets no other one come in its place. */
async function evictFirst(context: Context, set: LiveSet): Promise<Pod> {
  const evicted = await set.pod(0);
  await cordon(context, evicted.node);
  strictEqual(await set.evict(evicted), 201);
  await context.until('the next etcd-0 to wait for its node', 60, async () => (await set.pods()).some(({ ordinal, uid, node }) => ordinal === 0 && uid !== evicted.uid && !node));
  return evicted;
}

/** The safe way: `UpdatePolicy.rolling({ fromOrdinal: 3 })` reaches nobody, and is lowered when all members are there. */
async function staged(context: Context, set: LiveSet, etcd: Etcd): Promise<void> {
  const evicted = await evictFirst(context, set);
  const others = (await set.pods()).slice(1).map(({ uid }) => uid);
  const partition = (value: number) => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: value } } });
  await patch(context, set, { spec: { ...partition(3), template: { metadata: { annotations: { 'example.com/restarted': 'staged' } } } } });
  await context.until('the controller to know the staged template', 60, async () => {
    const { metadata, status } = await set.object();
    return status.observedGeneration === metadata.generation && status.updateRevision !== status.currentRevision;
  });
  await etcd.put('staged');
  deepStrictEqual((await set.pods()).slice(1).map(({ uid }) => uid), others, 'a staged update has taken a member');
  await uncordon(context, evicted.node);
  await set.whenComplete();
  await patch(context, set, { spec: partition(0) });
  await whenUpdated(context, set, 240);
  await etcd.put('updated');
}
