import { deepStrictEqual, notStrictEqual, strictEqual } from 'assert';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { replacedInOrder } from '../pod-history';
import { Scenario } from '../scenario';

export const rollingUpdate: Scenario = {
  name: 'rolling-update',
  law: 'an update replaces 2, then 1, then 0, each when the one before is ready; names, claims and data stay',
  run: async (context) => {
    const declare = (version: string) => context.synth((chart) => memberSet(chart, { podMetadata: { annotations: { version } } }));
    const set = await LiveSet.start(context, declare('1'));
    const [before, volumes] = [await set.pods(), await set.volumes()];
    for (const pod of before) await set.write(pod, 'kept', `written by ${pod.name}`);
    const history = await set.follow();
    await context.apply(declare('2'));
    await context.until('the update to reach every pod', 180, async () => {
      const { metadata, status } = await set.object();
      return status.observedGeneration === metadata.generation && status.currentRevision === status.updateRevision && status.updatedReplicas === 3;
    });
    const after = await set.whenComplete();
    deepStrictEqual(await history.told(9), replacedInOrder([2, 1, 0]));
    deepStrictEqual(after.map(({ name }) => name), before.map(({ name }) => name));
    notStrictEqual(after[0].revision, before[0].revision);
    strictEqual(new Set(after.map(({ revision }) => revision)).size, 1);
    deepStrictEqual(await set.volumes(), volumes);
    for (const pod of after) strictEqual(await set.read(pod, 'kept'), `written by ${pod.name}`);
  },
};
