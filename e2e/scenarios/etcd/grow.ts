import { deepStrictEqual, ok, strictEqual } from 'assert';
import { Etcd, OF_ETCD, Writer } from './etcd';
import { EtcdChart } from '../../../examples/etcd/main';
import { showDrain, showLess } from '../columns';
import { Context } from '../context';
import { example, startExample } from '../example';
import { LiveSet } from '../live-set';
import { cordon, drain, nodeNames, uncordon } from '../nodes';
import { restart, whenUpdated } from '../rollout';
import { Scenario } from '../scenario';

/** Seconds: see `drain.ts`; two of the three members that the client asks may be away. */
const PAUSE = 30;
const BUDGET = 'policy/v1/poddisruptionbudgets/etcd';
/** What `Disruption.keepMajority()` renders for five. */
const KEEP_MAJORITY = { maxUnavailable: null, minAvailable: 3 };

export const etcdGrow: Scenario = {
  name: 'etcd-grow',
  law: 'etcd grows from three to five members one at a time, keeps its majority when a node is drained in the middle of an update and when every node is drained in turn, and gives a member up again',
  ...OF_ETCD,
  disturbs: true,
  slow: true,
  run: async (context) => {
    let set = await startExample(context, EtcdChart);
    const etcd = await Etcd.start(context, set.identity);
    const writer = await etcd.write('grown');
    for (const members of [4, 5]) {
      const rendered = example(context, EtcdChart, { members });
      const { name, fqdn } = rendered.declared.identity.pods[members - 1];
      await etcd.join(name, `http://${fqdn}:2380`, async () => { set = await LiveSet.apply(context, rendered); });
      await whenUpdated(context, set, 400);
      context.step(`${members} members vote`);
    }
    deepStrictEqual((await etcd.members()).map(({ name, learner }) => `${name} ${learner}`).sort(), [0, 1, 2, 3, 4].map((ordinal) => `etcd-${ordinal} false`));
    await writer.verify();
    const held = await etcd.write('held');
    await drainedWhileUpdated(context, set, held);
    await everyNodeDrained(context, set, held);
    await held.verify();
    context.measure('longest pause between two acknowledged writes of five members, an update and drains beside each other', held.longestPause, PAUSE);
    context.step(`${held.acknowledged.length} writes were acknowledged and are there, ${held.failed} were not acknowledged`);
    await shrunk(context, set, etcd);
  },
};

/**
 * The budget of the example, one at a time, refuses a drain while an update holds a member. One that keeps the majority lets the drain
 * take a second of five, and refuses a third.
 */
async function drainedWhileUpdated(context: Context, set: LiveSet, writer: Writer): Promise<void> {
  const pods = await set.pods();
  const updated = pods[4];
  // A node with two members is not drained as long as its volumes keep the first one waiting for it.
  const alone = pods.find(({ node }) => node !== updated.node && pods.filter((each) => each.node === node).length === 1);
  ok(alone, `no node holds one member alone: ${pods.map(({ name, node }) => `${name} on ${node}`).join(', ')}`);
  // The update stands still at its first member, whose node takes no pods.
  await cordon(context, updated.node);
  await restart(context, set, 'while a node is drained');
  await context.until('the next etcd-4 to wait for its node', 60, async () => (await set.pods()).some(({ ordinal, uid, node }) => ordinal === 4 && uid !== updated.uid && !node));
  await allowed(context, 0);
  strictEqual(await set.evict(alone), 429, 'the budget of one at a time does not count the member that is updated');
  await context.client.patch(context.path(BUDGET), { spec: KEEP_MAJORITY });
  await allowed(context, 1);
  await drain(context, alone.node);
  const { status, spec } = await set.object();
  deepStrictEqual([status.updateRevision === status.currentRevision, status.updatedReplicas < spec.replicas], [false, true], 'the update was over before the drain was');
  await writer.next('while one is updated and one is drained');
  await allowed(context, 0);
  strictEqual(await set.evict((await set.pods()).find(({ ready }) => ready)!), 429, 'a third of five may go');
  await uncordon(context, updated.node);
  await uncordon(context, alone.node);
  await whenUpdated(context, set, 400);
}

/** No update goes on: each node may be drained, one with two members as well, whose volumes wait for it both. */
async function everyNodeDrained(context: Context, set: LiveSet, writer: Writer): Promise<void> {
  for (const node of await nodeNames(context)) {
    await showDrain(context, set, node, { away: () => writer.next(`while ${node} is away`), back: () => writer.check() });
  }
}

function allowed(context: Context, count: number): Promise<unknown> {
  return context.until(`the budget to allow ${count}`, 30, async () => {
    const { status } = await context.client.get(context.path(BUDGET));
    return status.disruptionsAllowed === count;
  });
}

/** The highest member is removed before its pod goes; its claim stays, and is of no use to etcd any more. */
async function shrunk(context: Context, set: LiveSet, etcd: Etcd): Promise<void> {
  await etcd.remove(await etcd.member('etcd-4'));
  await showLess(context, set, async () => {
    deepStrictEqual((await etcd.members()).map(({ name }) => name).sort(), ['etcd-0', 'etcd-1', 'etcd-2', 'etcd-3']);
    await etcd.put('four are left');
  });
}
