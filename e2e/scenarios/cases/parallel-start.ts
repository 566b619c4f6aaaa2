import { deepStrictEqual, strictEqual } from 'assert';
import * as kplus from 'cdk8s-plus-28';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { PodHistory } from '../pod-history';
import { Scenario } from '../scenario';

export const parallelStart: Scenario = {
  name: 'parallel-start',
  law: 'with Parallel all pods are created before the first one is ready, and they go together too: both are asked to end before one is gone',
  run: async (context) => {
    const rendered = context.synth((chart) => memberSet(chart, { podManagementPolicy: kplus.PodManagementPolicy.PARALLEL }));
    const history = await PodHistory.start(context, 'member');
    const set = await LiveSet.start(context, rendered);
    // The controller creates them side by side: which of them is first is nobody's promise.
    deepStrictEqual((await history.told(6)).slice(0, 3).sort(), ['created 0', 'created 1', 'created 2']);
    const going = await set.follow(true);
    await set.scale(1);
    await set.whenComplete();
    const told = await going.told(4);
    // With OrderedReady 1 is asked to end when 2 is gone.
    deepStrictEqual([told.slice(0, 2).sort(), told.slice(2).sort()], [['ending 1', 'ending 2'], ['deleted 1', 'deleted 2']]);
    strictEqual((await set.pods())[0].name, 'member-0');
  },
};
