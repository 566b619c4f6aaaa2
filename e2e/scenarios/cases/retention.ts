import { deepStrictEqual } from 'assert';
import { ClaimRetention, ClaimRetentionOptions } from '../../../src';
import { Context } from '../context';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { Scenario } from '../scenario';

export const retention: Scenario = {
  name: 'claim-retention',
  law: 'whenScaled Delete takes the claims of removed pods and no others; whenDeleted Retain keeps the rest without the set, and Delete takes it too',
  run: async (context) => {
    const declare = (claimRetention: ClaimRetentionOptions) => context.synth((chart) => memberSet(chart, { claimRetention }));
    const set = await LiveSet.start(context, declare({ whenScaled: ClaimRetention.DELETE, whenDeleted: ClaimRetention.RETAIN }));
    const volumes = await set.volumes();
    await set.scale(2);
    await set.whenComplete();
    const left = await context.until('the claim of member-2 to be gone', 60, async () => {
      const now = await set.volumes();
      return !('data-member-2' in now) && now;
    });
    deepStrictEqual(left, { 'data-member-0': volumes['data-member-0'], 'data-member-1': volumes['data-member-1'] });
    await volumesGone(context, [volumes['data-member-2']]);
    await removed(context, set);
    deepStrictEqual(await set.volumes(), left);

    const again = await LiveSet.apply(context, declare({ whenScaled: ClaimRetention.RETAIN, whenDeleted: ClaimRetention.DELETE }));
    await again.whenComplete();
    const all = await again.volumes();
    // The claims of before belong to the new set too, and go with it.
    deepStrictEqual({ ...all, ...left }, all);
    await again.scale(2);
    await again.whenComplete();
    deepStrictEqual(await again.volumes(), all);
    await removed(context, again);
    await context.until('all claims to be gone', 60, async () => Object.keys(await again.volumes()).length === 0);
    await volumesGone(context, Object.values(all));
  },
};

async function removed(context: Context, set: LiveSet): Promise<void> {
  await context.kubectl.run(['delete', 'statefulset', 'member', `--namespace=${context.namespace}`, '--cascade=foreground', '--wait'], 120);
  await context.until('all pods to be gone', 60, async () => (await set.pods()).length === 0);
}

function volumesGone(context: Context, names: readonly string[]): Promise<unknown> {
  return context.until(`${names.join(', ')} to be gone`, 60, async () => {
    const { items } = await context.client.get('/api/v1/persistentvolumes');
    return !items.some(({ metadata }: any) => names.includes(metadata.name));
  });
}
