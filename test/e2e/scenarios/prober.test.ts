import { Context } from '../../../e2e/scenarios/context';
import { Prober } from '../../../e2e/scenarios/prober';

/** A prober whose attempts have come to this, one millisecond after the other. */
async function attempts(...texts: readonly string[]): Promise<Prober> {
  const kubectl = { follow: (_: unknown, onLine: (line: string) => void) => { texts.forEach(onLine); return { stop: () => undefined }; } };
  const prober = await Prober.start(new Context('shop', undefined as any, kubectl as any, () => undefined), 'client', 'true');
  prober.attempts.forEach((each, at) => prober.attempts.splice(at, 1, { ...each, at }));
  return prober;
}

const times = (count: number, text: string) => Array<string>(count).fill(text);
const isNew = (text: string) => text === 'new';

test('the first attempt that is as wanted is found, and the last one that was', async () => {
  const prober = await attempts('old', 'new', 'old', 'new');
  expect((await prober.first('new', 0, isNew)).at).toBe(1);
  expect(prober.last((text) => text === 'old')!.at).toBe(2);
});

test('it has settled at the first one after the last wrong one, when twenty are right', async () => {
  const prober = await attempts('old', 'new', 'old', ...times(20, 'new'));
  expect((await prober.settled('new', 0, isNew)).at).toBe(3);
});

test('it has settled from the beginning where nothing was ever wrong', async () => {
  expect((await (await attempts(...times(21, 'new'))).settled('new', 0, isNew)).at).toBe(0);
});

test('fails to settle while one server may still answer otherwise', async () => {
  const prober = await attempts('old', ...times(19, 'new'));
  await expect(prober.settled('the new address', 0, isNew)).rejects.toThrow('waited 0 s for the new address');
});
