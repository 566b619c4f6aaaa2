import { deepStrictEqual, strictEqual } from 'assert';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { drain, nodeNames, uncordon } from '../nodes';
import { Scenario } from '../scenario';

export const drainEveryNode: Scenario = {
  name: 'drain-every-node',
  law: 'each node in turn is drained and taken back, and every member keeps its name, its claim and its data',
  disturbs: true,
  run: async (context) => {
    const set = await LiveSet.start(context, context.synth((chart) => memberSet(chart)));
    const volumes = await set.volumes();
    for (const pod of await set.pods()) await set.write(pod, 'kept', `written by ${pod.name}`);
    for (const node of await nodeNames(context)) {
      const there = (await set.pods()).filter((pod) => pod.node === node);
      context.step(`draining ${node}, which holds ${there.map(({ name }) => name).join(', ') || 'no member'}`);
      await drain(context, node);
      strictEqual((await set.pods()).filter((pod) => pod.node === node && !pod.ending).length, 0);
      await uncordon(context, node);
      const pods = await set.whenComplete();
      deepStrictEqual(pods.map(({ name }) => name), ['member-0', 'member-1', 'member-2']);
      for (const before of there) strictEqual(pods.some(({ uid }) => uid === before.uid), false);
      for (const pod of pods) strictEqual(await set.read(pod, 'kept'), `written by ${pod.name}`);
    }
    deepStrictEqual(await set.volumes(), volumes);
  },
};
