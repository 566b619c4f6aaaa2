import { deepStrictEqual, strictEqual } from 'assert';
import { Disruption } from '../../../src';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { Scenario } from '../scenario';

export const budget: Scenario = {
  name: 'budget',
  law: 'one of three may be evicted, the second is refused until the first is ready again; of five that keep their majority, the third',
  run: async (context) => {
    const set = await LiveSet.start(context, context.synth((chart) => memberSet(chart)));
    const allowed = (count: number) => context.until(`the budget to allow ${count}`, 30, async () => {
      const { status } = await context.client.get(context.path('policy/v1/poddisruptionbudgets/member'));
      return status.disruptionsAllowed === count;
    });
    await allowed(1);
    const [first, second] = await set.pods();
    deepStrictEqual([await set.evict(first), await set.evict(second)], [201, 429]);
    await set.whenReplaced(first);
    await allowed(1);
    strictEqual(await set.evict(second), 201);
    await set.whenReplaced(second);
    await context.apply(context.synth((chart) => memberSet(chart, { replicas: 5, disruption: Disruption.keepMajority() })));
    await set.scale(5);
    const five = await set.whenComplete();
    await allowed(2);
    const answers: number[] = [];
    for (const pod of five.slice(0, 3)) answers.push(await set.evict(pod));
    deepStrictEqual(answers, [201, 201, 429]);
  },
};
