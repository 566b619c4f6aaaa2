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
  law: 'a member whose disk is lost comes back as a new member: removed, given an empty claim, announced as a learner, promoted',
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
    // Before it is announced: from then on it may start by itself, and what the leader knows that it holds must not be lost once more.
    await loseDisk(context, set);
    await etcd.join('etcd-2', before.peerUrl, () => startAgain(context, set));
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

/** Makes a pod that nobody let in start now: the kubelet would wait longer each time. */
async function startAgain(context: Context, set: LiveSet): Promise<void> {
  const pod = await context.until('the pod with the empty claim to be there', 60, async () => (await set.pods()).find(({ ordinal, ending }) => ordinal === LOST && !ending));
  await set.remove(pod);
}

/** Takes the claim of a member away, and the pod that holds it: the next pod has an empty one. */
async function loseDisk(context: Context, set: LiveSet): Promise<void> {
  const claim = set.identity.pod(LOST).claims[0];
  await context.client.delete(context.path(`persistentvolumeclaims/${claim}`));
  await set.remove(await set.pod(LOST));
}
