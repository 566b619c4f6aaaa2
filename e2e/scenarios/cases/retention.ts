import { deepStrictEqual } from 'assert';
import { ClaimRetention } from '../../../src';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { Scenario } from '../scenario';

export const retention: Scenario = {
  name: 'claim-retention',
  law: 'whenScaled Delete takes the claims of removed pods and no others; whenDeleted Retain keeps the rest without the set',
  run: async (context) => {
    const set = await LiveSet.start(context, context.synth((chart) => memberSet(chart, {
      claimRetention: { whenScaled: ClaimRetention.DELETE, whenDeleted: ClaimRetention.RETAIN },
    })));
    const volumes = await set.volumes();
    await set.scale(2);
    await set.whenComplete();
    const left = await context.until('the claim of member-2 to be gone', 60, async () => {
      const now = await set.volumes();
      return !('data-member-2' in now) && now;
    });
    deepStrictEqual(left, { 'data-member-0': volumes['data-member-0'], 'data-member-1': volumes['data-member-1'] });
    await context.until('the volume of member-2 to be gone', 60, async () => {
      const { items } = await context.client.get('/api/v1/persistentvolumes');
      return !items.some(({ metadata }: any) => metadata.name === volumes['data-member-2']);
    });
    await context.kubectl.run(['delete', 'statefulset', 'member', `--namespace=${context.namespace}`, '--cascade=foreground', '--wait'], 120);
    await context.until('all pods to be gone', 60, async () => (await set.pods()).length === 0);
    deepStrictEqual(await set.volumes(), left);
  },
};
