import { Context, NotStarted } from '../../../e2e/scenarios/context';
import { Place, runAll } from '../../../e2e/scenarios/runner';
import { Scenario } from '../../../e2e/scenarios/scenario';

/** A place that remembers who came and went. */
function place(leave: () => Promise<void> = async () => undefined): Place & { readonly seen: string[] } {
  const seen: string[] = [];
  return {
    seen,
    enter: async ({ name }, attempt, lane, tell) => {
      seen.push(`enter ${name} ${attempt}${lane > 0 ? ` in lane ${lane}` : ''}`);
      return new Context(`${name}-${attempt}`, undefined as any, undefined as any, tell);
    },
    leave: async ({ namespace }, failed) => {
      seen.push(`leave ${namespace}${failed ? ' failed' : ''}`);
      await leave();
    },
  };
}

const scenario = (name: string, run: Scenario['run'] = async () => undefined): Scenario => ({ name, law: `${name} holds`, run });
const quiet = () => undefined;

test('each scenario has a place of its own, and leaves it', async () => {
  const at = place();
  const results = await runAll([scenario('one'), scenario('two')], at, quiet);
  expect(at.seen).toEqual(['enter one 1', 'leave one-1', 'enter two 1', 'leave two-1']);
  expect(results.map(({ scenario: name, passed, tries }) => ({ name, passed, tries }))).toEqual([
    { name: 'one', passed: true, tries: 1 }, { name: 'two', passed: true, tries: 1 },
  ]);
});

test('what has failed is told, and the others run all the same', async () => {
  const at = place();
  const results = await runAll([scenario('wrong', async () => { throw new Error('two pods have one name'); }), scenario('right')], at, quiet);
  expect(results[0]).toMatchObject({ passed: false, tries: 1, why: 'two pods have one name' });
  expect(results[1]).toMatchObject({ passed: true });
  expect(at.seen).toContain('leave wrong-1 failed');
});

test('a start that has failed is tried once more, in another place', async () => {
  const at = place();
  let tries = 0;
  const [result] = await runAll([scenario('late', async () => { if (++tries === 1) throw new NotStarted('waited 60 s for pods'); })], at, quiet);
  expect(result).toMatchObject({ passed: true, tries: 2 });
  expect(at.seen).toEqual(['enter late 1', 'leave late-1 failed', 'enter late 2', 'leave late-2']);
});

test('fails when the second start fails too', async () => {
  let tries = 0;
  const [result] = await runAll([scenario('never', async () => { throw new NotStarted(`start ${++tries}`); })], place(), quiet);
  expect(result).toMatchObject({ passed: false, tries: 2, why: 'start 2' });
});

test('fails at once, and is never tried again, when an assertion fails', async () => {
  let tries = 0;
  const [result] = await runAll([scenario('wrong', async () => { tries++; throw new Error('no'); })], place(), quiet);
  expect(tries).toBe(1);
  expect(result.passed).toBe(false);
});

test('fails when its place cannot be left', async () => {
  const [result] = await runAll([scenario('one')], place(async () => { throw new Error('waited 120 s for the namespace one to be gone'); }), quiet);
  expect(result).toMatchObject({ passed: false, why: 'waited 120 s for the namespace one to be gone' });
});

test('numbers are kept, and one beyond its bound fails', async () => {
  const [result] = await runAll([scenario('slow', async (context) => {
    context.measure('seconds to find each other', 0.504, 1);
    context.measure('seconds without a name', 31.2, 1);
  })], place(), quiet);
  expect(result).toMatchObject({ passed: false, why: 'seconds without a name: 31.2 s, and not at most 1 s' });
  expect(result.measured).toEqual([
    { what: 'seconds to find each other', seconds: 0.5, most: 1 }, { what: 'seconds without a name', seconds: 31.2, most: 1 },
  ]);
});

test('several run at once, each in a lane of its own, and the results are in the order of the list', async () => {
  const at = place();
  let free: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => { free = resolve; });
  const results = await runAll([scenario('long', () => wait), scenario('short'), scenario('last', async () => free())], at, quiet, { atOnce: 2 });
  expect(at.seen.slice(0, 4)).toEqual(['enter long 1', 'enter short 1 in lane 1', 'leave short-1', 'enter last 1 in lane 1']);
  expect(results.map(({ scenario: name, passed }) => `${name} ${passed}`)).toEqual(['long true', 'short true', 'last true']);
});

test('each line says whose it is and how many seconds after its beginning', async () => {
  const lines: string[] = [];
  await runAll([scenario('one', async (context) => context.step('drains node-1')), scenario('twice')], place(), (line) => lines.push(line));
  expect(lines).toEqual([
    'one      0 s  [1/2] one holds', 'one      0 s  drains node-1', 'one      0 s  passed after 0.0 s', 'twice    0 s  [2/2] twice holds', 'twice    0 s  passed after 0.0 s',
  ]);
});

test('a run that is asked to end begins nothing more, and tries nothing again', async () => {
  const at = place();
  let asked = false;
  const late = scenario('late', async () => { asked = true; throw new NotStarted('waited 60 s for pods'); });
  const results = await runAll([late, scenario('next')], at, quiet, { isAsked: () => asked });
  expect(at.seen).toEqual(['enter late 1', 'leave late-1 failed']);
  expect(results.map(({ scenario: name, passed, tries }) => ({ name, passed, tries }))).toEqual([{ name: 'late', passed: false, tries: 1 }]);
});
