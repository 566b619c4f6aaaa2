import { Context, NotStarted } from '../../../e2e/scenarios/context';
import { LiveSet } from '../../../e2e/scenarios/live-set';
import { memberSet } from '../../../e2e/scenarios/member-set';

/** A cluster in which no pod comes up. */
const client = {
  apply: async () => undefined,
  get: async (path: string) => (path.endsWith('/pods') ? { items: [] } : { metadata: { generation: 1 }, status: { observedGeneration: 1 } }),
};
const context = new Context('shop', client as any, undefined as any, () => undefined);
const apply = () => LiveSet.apply(context, context.synth((chart) => memberSet(chart)));
const errorOf = (wait: Promise<unknown>) => wait.then(() => undefined, (error: Error) => error);

beforeAll(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
afterAll(() => jest.useRealTimers());

/** Lets the clock run until the wait is over. */
async function later(wait: Promise<unknown>): Promise<Error | undefined> {
  const error = errorOf(wait);
  await jest.advanceTimersByTimeAsync(190_000);
  return error;
}

test('fails as a start does, which is tried once more, where the first pods do not come up', async () => {
  const error = await later((await apply()).whenStarted());
  expect(error).toBeInstanceOf(NotStarted);
  expect(error!.message).toBe('waited 180 s for 3 pods of member to be ready');
});

test('fails as an assertion does, which is never tried again, where pods do not come back', async () => {
  const set = await apply();
  const pod = { name: 'member-0', ordinal: 0, uid: 'u' } as any;
  const complete = await later(set.whenComplete());
  const replaced = await later(set.whenReplaced(pod));
  expect([complete, replaced].map((error) => error!.message)).toEqual([
    'waited 180 s for 3 pods of member to be ready', 'waited 60 s for member-0 to be ready again',
  ]);
  for (const error of [complete, replaced]) expect(error).not.toBeInstanceOf(NotStarted);
});
