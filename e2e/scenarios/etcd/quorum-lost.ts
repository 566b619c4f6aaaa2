import { strictEqual } from 'assert';
import { Etcd, OF_ETCD } from './etcd';
import { EtcdChart } from '../../../examples/etcd/main';
import { startExample } from '../example';
import { Scenario } from '../scenario';

/** Longer than the liveness probe of the example takes to restart a container: 6 failures, 5 s apart. */
const PATIENCE = 45;

export const etcdQuorumLost: Scenario = {
  name: 'etcd-quorum-lost',
  law: 'a member that has lost the majority is not ready, is not restarted, and goes on when the majority is back',
  ...OF_ETCD,
  run: async (context) => {
    const set = await startExample(context, EtcdChart);
    const etcd = await Etcd.start(context, set.identity);
    await etcd.run('put', 'k', 'v');
    // Parallel takes both at once: this is how a majority is lost.
    await set.scale(1);
    await context.until(`etcd-0 to be unready for ${PATIENCE} s`, 180, async () => {
      const { status } = await context.client.get(context.path('pods/etcd-0'));
      const { status: ready, lastTransitionTime } = status.conditions.find(({ type }: { type: string }) => type === 'Ready');
      return ready === 'False' && Date.now() - Date.parse(lastTransitionTime) > PATIENCE * 1000;
    });
    strictEqual((await set.pod(0)).restarts, 0, 'the liveness probe has restarted the member that is left');
    await set.scale(3);
    await set.whenComplete();
    strictEqual((await set.pod(0)).restarts, 0);
    strictEqual(await etcd.run('get', 'k', '--print-value-only'), 'v');
  },
};
