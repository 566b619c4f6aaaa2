import { deepStrictEqual, notStrictEqual, strictEqual } from 'assert';
import { Etcd, OF_ETCD } from './etcd';
import { EtcdChart } from '../../../examples/etcd/main';
import { Context } from '../context';
import { example, startExample } from '../example';
import { LiveSet } from '../live-set';
import { whenUpdated } from '../rollout';
import { Scenario } from '../scenario';

const LOST = 2;

export const etcdDiskLost: Scenario = {
  name: 'etcd-disk-lost',
  law: 'a member whose disk is lost comes back as a new member: removed, announced as a learner, started on an empty claim, promoted',
  ...OF_ETCD,
  run: async (context) => {
    const set = await startExample(context, EtcdChart);
    const etcd = await Etcd.start(context, set.identity);
    await etcd.run('put', 'k', 'v');
    await context.apply(example(context, EtcdChart, { bootstrapped: true }));
    await whenUpdated(context, set, 240);

    const [before, volumes] = [await etcd.member('etcd-2'), await set.volumes()];
    await loseDisk(context, set);
    // It panics now, or takes part as if nothing was lost, as the leader happens to know: its vote of before is forgotten either way.
    await etcd.remove(before);
    await etcd.join('etcd-2', before.peerUrl, () => loseDisk(context, set));
    await set.whenComplete();
    const { 'data-etcd-2': empty, ...others } = await set.volumes();
    const { 'data-etcd-2': lost, ...kept } = volumes;
    notStrictEqual(empty, lost, 'the claim leads to the disk that was lost');
    deepStrictEqual(others, kept);
    const after = await etcd.member('etcd-2');
    notStrictEqual(after.id, before.id);
    deepStrictEqual((await etcd.members()).map(({ learner }) => learner), [false, false, false]);
    strictEqual((await context.exec('etcd-2', ['etcdctl', 'get', 'k', '--print-value-only'])).trim(), 'v');
  },
};

/** Takes the claim of a member away, and the pod that holds it: the next pod has an empty one. */
async function loseDisk(context: Context, set: LiveSet): Promise<void> {
  const claim = set.identity.pod(LOST).claims[0];
  await context.client.delete(context.path(`persistentvolumeclaims/${claim}`));
  await set.remove(await set.pod(LOST));
}
