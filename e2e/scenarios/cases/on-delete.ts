import { deepStrictEqual } from 'assert';
import { UpdatePolicy } from '../../../src';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { Scenario } from '../scenario';

export const onDelete: Scenario = {
  name: 'on-delete',
  law: 'with onDelete a changed template reaches the pod that is deleted, and no other one',
  run: async (context) => {
    const declare = (version: string) => context.synth((chart) => memberSet(chart, {
      updatePolicy: UpdatePolicy.onDelete(), podMetadata: { annotations: { version } },
    }));
    const set = await LiveSet.start(context, declare('1'));
    await context.apply(declare('2'));
    const { currentRevision, updateRevision } = await context.until('the controller to see the new template', 30, async () => {
      const { metadata, status } = await set.object();
      return status.observedGeneration === metadata.generation && status.currentRevision !== status.updateRevision && status;
    });
    const history = await set.follow();
    const middle = await set.pod(1);
    await set.remove(middle);
    await set.whenReplaced(middle);
    deepStrictEqual((await set.pods()).map(({ revision }) => revision), [currentRevision, updateRevision, currentRevision]);
    deepStrictEqual(await history.told(3), ['deleted 1', 'created 1', 'ready 1']);
  },
};
