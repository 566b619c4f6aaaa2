import { deepStrictEqual, notStrictEqual, strictEqual } from 'assert';
import { Etcd, ETCD_IMAGE, etcdImage } from './etcd';
import { EtcdChart } from '../../../examples/etcd/main';
import { startExample } from '../example';
import { restart, whenUpdated } from '../rollout';
import { Scenario } from '../scenario';

export const etcdQuorum: Scenario = {
  name: 'etcd-quorum',
  law: 'etcd starts together, a replaced member is the same member, and an eviction or an update loses no acknowledged write',
  system: 'etcd',
  images: () => [etcdImage()],
  ownImages: ETCD_IMAGE,
  run: async (context) => {
    const set = await startExample(context, EtcdChart);
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
    await set.remove(killed);
    const back = await set.whenReplaced(killed);
    notStrictEqual(back.address, killed.address);
    deepStrictEqual(await etcd.members(), members);
    context.shows('kill');

    strictEqual(await set.evict(await set.pod(2)), 201);
    strictEqual(await set.evict(await set.pod(0)), 429, 'a second member may go while one is away');
    await writer.next('while one member is evicted');
    await set.whenComplete();

    const history = await set.follow();
    await restart(context, set);
    await whenUpdated(context, set, 240);
    deepStrictEqual(await history.told(9), [2, 1, 0].flatMap((ordinal) => [`deleted ${ordinal}`, `created ${ordinal}`, `ready ${ordinal}`]));
    await writer.next('after the update');
    await writer.verify();
    context.step(`${writer.acknowledged.length} writes were acknowledged and are there, ${writer.failed} were not acknowledged`);
    deepStrictEqual(await etcd.members(), members);
    context.shows('rolling update');
  },
};
