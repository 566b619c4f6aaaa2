import { deepStrictEqual, strictEqual } from 'assert';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { Scenario } from '../scenario';

export const scaleDownAndUp: Scenario = {
  name: 'scale-down-and-up',
  law: 'the highest ordinals go first, their claims stay, and find their pods again',
  run: async (context) => {
    const set = await LiveSet.start(context, context.synth((chart) => memberSet(chart)));
    const volumes = await set.volumes();
    for (const pod of await set.pods()) await set.write(pod, 'kept', `written by ${pod.name}`);
    const going = await set.follow();
    await set.scale(1);
    deepStrictEqual((await set.whenComplete()).map(({ name }) => name), ['member-0']);
    deepStrictEqual(await going.told(2), ['deleted 2', 'deleted 1']);
    deepStrictEqual(await set.volumes(), volumes);
    await set.scale(3);
    for (const pod of await set.whenComplete()) strictEqual(await set.read(pod, 'kept'), `written by ${pod.name}`);
    deepStrictEqual(await set.volumes(), volumes);
  },
};
