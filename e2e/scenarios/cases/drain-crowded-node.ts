import { deepStrictEqual, strictEqual } from 'assert';
import { Spread } from '../../../src';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { cordon, drain, nodeNames, uncordon } from '../nodes';
import { replacedInOrder } from '../pod-history';
import { Scenario } from '../scenario';

export const drainCrowdedNode: Scenario = {
  name: 'drain-crowded-node',
  law: 'a drained node that holds all members gives them away one at a time: the next one goes when the one before is ready elsewhere',
  disturbs: true,
  run: async (context) => {
    const [crowded, ...others] = await nodeNames(context);
    for (const node of others) await cordon(context, node);
    const set = await LiveSet.start(context, context.synth((chart) => memberSet(chart, { claim: false, spread: Spread.none() })));
    deepStrictEqual((await set.pods()).map(({ node }) => node), [crowded, crowded, crowded]);
    for (const node of others) await uncordon(context, node);
    const history = await set.follow();
    await drain(context, crowded);
    const pods = await set.whenComplete();
    const order = (await history.told(9)).filter((event) => event.startsWith('deleted')).map((event) => event.split(' ')[1]);
    deepStrictEqual(history.events, replacedInOrder(order.map(Number)));
    strictEqual(pods.some(({ node }) => node === crowded), false);
  },
};
