import { deepStrictEqual, strictEqual } from 'assert';
import { Etcd, ETCD_IMAGE, etcdImage } from './etcd';
import { EtcdChart } from '../../../examples/etcd/main';
import { Context } from '../context';
import { example, startExample } from '../example';
import { LiveSet } from '../live-set';
import { drain, uncordon } from '../nodes';
import { restart, whenUpdated } from '../rollout';
import { Scenario } from '../scenario';

export const etcdGrow: Scenario = {
  name: 'etcd-grow',
  law: 'etcd grows from three to five members one at a time, and keeps its majority when a node is drained in the middle of an update of five',
  system: 'etcd',
  images: () => [etcdImage()],
  ownImages: ETCD_IMAGE,
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
    context.shows('scale');
    await drainedWhileUpdated(context, set);
    await writer.next('at the end');
    await writer.verify();
    context.step(`${writer.acknowledged.length} writes were acknowledged and are there, ${writer.failed} were not acknowledged`);
    context.shows('rolling update', 'drain');
  },
};

/** An update takes one of five, a drain another one, the budget refuses a third. */
async function drainedWhileUpdated(context: Context, set: LiveSet): Promise<void> {
  const pods = await set.pods();
  // A node with two members is not drained as long as its volumes keep the first one waiting for it.
  const alone = pods.find(({ node }) => pods.filter((each) => each.node === node).length === 1)!;
  await restart(context, set, 'while a node is drained');
  await context.until('the update to have begun', 60, async () => (await set.pods()).length < 5 || (await set.pods()).some(({ ending, ready }) => ending || !ready));
  await drain(context, alone.node);
  strictEqual((await set.pods()).filter(({ ready }) => ready).length >= 3, true, 'the majority is gone');
  await uncordon(context, alone.node);
  await whenUpdated(context, set, 400);
}
