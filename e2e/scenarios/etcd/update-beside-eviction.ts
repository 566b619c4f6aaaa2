import { rejects, strictEqual } from 'assert';
import { Etcd, ETCD_IMAGE, etcdImage } from './etcd';
import { EtcdChart } from '../../../examples/etcd/main';
import { startExample } from '../example';
import { cordon, uncordon } from '../nodes';
import { restart, whenUpdated } from '../rollout';
import { Scenario } from '../scenario';

/** The price of Parallel, which the rule `parallel-update-drops-quorum` tells. */
export const etcdUpdateBesideEviction: Scenario = {
  name: 'etcd-update-beside-eviction',
  law: 'an update of three members under Parallel that begins while one is evicted takes the majority away, and gives it back by itself',
  system: 'etcd',
  images: () => [etcdImage()],
  ownImages: ETCD_IMAGE,
  disturbs: true,
  run: async (context) => {
    const set = await startExample(context, EtcdChart);
    const etcd = await Etcd.start(context, set.identity);
    strictEqual(await etcd.run('put', 'k', 'v'), 'OK');
    const evicted = await set.pod(0);
    await cordon(context, evicted.node);
    strictEqual(await set.evict(evicted), 201);
    await context.until('the next etcd-0 to wait for its node', 60, async () => (await set.pods()).some(({ ordinal, uid, node }) => ordinal === 0 && uid !== evicted.uid && !node));
    strictEqual(await etcd.run('put', 'k', 'one is away'), 'OK');
    // A second node is closed, so that what the update takes does not come back before it is looked at.
    const updated = await set.pod(2);
    await cordon(context, updated.node);
    await restart(context, set);
    await context.until('the update to take etcd-2, although etcd-0 is away', 60, async () => (await set.pods()).every(({ ordinal, uid }) => ordinal !== 2 || uid !== updated.uid));
    await rejects(etcd.run('put', 'k', 'no majority'), /context deadline exceeded|etcdserver: request timed out|no leader/);
    await uncordon(context, updated.node);
    await uncordon(context, evicted.node);
    await whenUpdated(context, set, 240);
    strictEqual(await etcd.run('put', 'k', 'again'), 'OK');
  },
};
