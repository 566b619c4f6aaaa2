import { deepStrictEqual, notStrictEqual, strictEqual } from 'assert';
import { LiveSet } from '../live-set';
import { leadsTo } from '../lookup';
import { memberSet } from '../member-set';
import { Scenario } from '../scenario';

export const podKilled: Scenario = {
  name: 'pod-killed',
  law: 'a pod that is deleted comes back with its name, its claim and its data, and its name leads to its new address',
  run: async (context) => {
    const set = await LiveSet.start(context, context.synth((chart) => memberSet(chart)));
    const [, before] = await set.pods();
    const volumes = await set.volumes();
    await set.write(before, 'kept', 'written before');
    await set.remove(before);
    const after = await set.whenReplaced(before);
    strictEqual(after.name, 'member-1');
    notStrictEqual(after.address, before.address);
    strictEqual(await set.read(after, 'kept'), 'written before');
    strictEqual(await set.read(after, 'born'), 'member-1');
    deepStrictEqual(await set.volumes(), volumes);
    deepStrictEqual(Object.keys(volumes).sort(), set.identity.pods.flatMap(({ claims }) => claims));
    // Answers are kept for thirty seconds in this cluster.
    await leadsTo(context, 'member-0', set.identity.pod(1).fqdn, after.address);
  },
};
