import { deepStrictEqual, strictEqual } from 'assert';
import { UpdatePolicy } from '../../../src';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { replacedInOrder } from '../pod-history';
import { Scenario } from '../scenario';

const START = 5;

export const canary: Scenario = {
  name: 'canary',
  law: 'fromOrdinal 6 of a set that starts at 5 updates 7 and 6; 5 keeps its template, also when it is deleted',
  run: async (context) => {
    const declare = (version: string) => context.synth((chart) => memberSet(chart, {
      ordinalsStart: START, updatePolicy: UpdatePolicy.rolling({ fromOrdinal: 6 }), podMetadata: { annotations: { version } },
    }));
    const set = await LiveSet.start(context, declare('1'));
    deepStrictEqual((await set.pods()).map(({ name }) => name), ['member-5', 'member-6', 'member-7']);
    deepStrictEqual(Object.keys(await set.volumes()).sort(), ['data-member-5', 'data-member-6', 'data-member-7']);
    const history = await set.follow();
    await context.apply(declare('2'));
    const updated = () => context.until('two pods to be updated', 120, async () => {
      const { metadata, status } = await set.object();
      return status.observedGeneration === metadata.generation && status.updatedReplicas === 2 && status.readyReplicas === 3 && status;
    });
    const { currentRevision, updateRevision } = await updated();
    deepStrictEqual(await history.told(6), replacedInOrder([7, 6]));
    const revisions = async () => (await set.pods()).map(({ revision }) => revision);
    deepStrictEqual(await revisions(), [currentRevision, updateRevision, updateRevision]);
    const first = await set.pod(START);
    await set.remove(first);
    await set.whenReplaced(first);
    deepStrictEqual(await revisions(), [currentRevision, updateRevision, updateRevision]);
    strictEqual((await updated()).currentRevision, currentRevision);
  },
};
