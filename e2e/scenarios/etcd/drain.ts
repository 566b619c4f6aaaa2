import { strictEqual } from 'assert';
import { Etcd, OF_ETCD } from './etcd';
import { EtcdChart } from '../../../examples/etcd/main';
import { showDrain } from '../columns';
import { startExample } from '../example';
import { Scenario } from '../scenario';

/** Seconds: an election, a write to a member that has gone, and a machine that is busy. A lost majority would last until its node is back. */
const PAUSE = 30;

export const etcdDrain: Scenario = {
  name: 'etcd-drain',
  law: 'every node of an etcd is drained in turn, the majority holds throughout, and a client that writes all the time loses no acknowledged write',
  ...OF_ETCD,
  disturbs: true,
  run: async (context) => {
    const set = await startExample(context, EtcdChart);
    const etcd = await Etcd.start(context, set.identity);
    const writer = await etcd.write('drained');
    for (const { name, node } of await set.pods()) {
      await showDrain(context, set, node, {
        away: async () => {
          await writer.next(`while ${name} is away`);
          strictEqual(await set.evict(await set.pod(name === 'etcd-0' ? 1 : 0)), 429, 'a second member may go while one is away');
        },
        // The volumes are of their nodes here: the member comes back when its node does.
        back: () => writer.check(),
      });
    }
    await writer.verify();
    context.measure('longest pause between two acknowledged writes, while every node is drained', writer.longestPause, PAUSE);
    context.step(`${writer.acknowledged.length} writes were acknowledged and are there, ${writer.failed} were not acknowledged`);
  },
};
