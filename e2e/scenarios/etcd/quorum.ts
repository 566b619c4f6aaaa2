import { deepStrictEqual, notStrictEqual, strictEqual } from 'assert';
import { Etcd, OF_ETCD } from './etcd';
import { EtcdChart } from '../../../examples/etcd/main';
import { showKill, showUpdate } from '../columns';
import { startExample } from '../example';
import { PodHistory } from '../pod-history';
import { restart } from '../rollout';
import { Scenario } from '../scenario';

export const etcdQuorum: Scenario = {
  name: 'etcd-quorum',
  law: 'etcd starts together, a replaced member is the same member, and an eviction or an update loses no acknowledged write',
  ...OF_ETCD,
  run: async (context) => {
    const start = await PodHistory.start(context, 'etcd');
    const set = await startExample(context, EtcdChart);
    // All are created before one is ready: which of them is first is nobody's promise.
    deepStrictEqual((await start.told(6)).slice(0, 3).sort(), ['created 0', 'created 1', 'created 2']);
    const etcd = await Etcd.start(context, set.identity);
    const members = await etcd.members();
    deepStrictEqual(members.map(({ name, peerUrl }) => `${name} ${peerUrl}`).sort(), [0, 1, 2].map((ordinal) => (
      `etcd-${ordinal} http://etcd-${ordinal}.etcd.${context.namespace}.svc.cluster.local:2380`
    )));
    strictEqual(await etcd.run('put', 'k', 'v'), 'OK');
    for (const { name } of set.identity.pods) strictEqual((await context.exec(name, ['etcdctl', 'get', 'k', '--print-value-only'])).trim(), 'v');
    strictEqual((await context.exec(etcd.client, ['etcdctl', '--endpoints=http://etcd-client:2379', 'get', 'k', '--print-value-only'])).trim(), 'v');
    context.shows('members see each other');

    const writer = await etcd.write('killed');
    const killed = await set.pod(1);
    await showKill(context, set, killed, {
      back: async (after) => {
        notStrictEqual(after.address, killed.address);
        deepStrictEqual(await etcd.members(), members);
        strictEqual((await context.exec(after.name, ['etcdctl', 'get', 'k', '--print-value-only'])).trim(), 'v');
      },
    });

    strictEqual(await set.evict(await set.pod(2)), 201);
    strictEqual(await set.evict(await set.pod(0)), 429, 'a second member may go while one is away');
    await writer.next('while one member is evicted');
    await set.whenComplete();

    await showUpdate(context, set, () => restart(context, set), async () => {
      await writer.next('after the update');
      await writer.verify();
      deepStrictEqual(await etcd.members(), members);
    }, 240);
    context.step(`${writer.acknowledged.length} writes were acknowledged and are there, ${writer.failed} were not acknowledged`);
  },
};
