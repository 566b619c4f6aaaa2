import { Context, NotStarted } from './context';
import { Result } from './result';
import { Scenario } from './scenario';
import { Schedule } from './schedule';

type Tell = (line: string) => void;

/** Where scenarios run. */
export interface Place {
  /**
   * Makes a namespace.
   *
   * @param lane from 0 on: at any time one scenario is in it
   */
  enter(scenario: Scenario, attempt: number, lane: number, tell: Tell): Promise<Context>;
  /**
   * Removes it.
   *
   * @param failed what it held is kept first
   */
  leave(context: Context, failed: boolean): Promise<void>;
}

export interface RunnerOptions {
  /**
   * How many scenarios run beside each other.
   *
   * @default 1
   */
  readonly atOnce?: number;
  /**
   * Which of them need the whole cluster.
   *
   * @default - those that say so
   */
  readonly everything?: (scenario: Scenario) => boolean;
  /**
   * Whether the run has been asked to end: no other scenario begins.
   *
   * @default - never
   */
  readonly isAsked?: () => boolean;
}

const TRIES = 2;

/**
 * Runs scenarios, some of them at once; what one of them leaves behind is no other's business.
 *
 * @returns the results in the order of the scenarios, without those that have not begun
 */
export async function runAll(scenarios: readonly Scenario[], place: Place, tell: Tell, options: RunnerOptions = {}): Promise<Result[]> {
  const { atOnce = 1, everything, isAsked = () => false } = options;
  const schedule = new Schedule(scenarios, everything);
  const results = new Map<Scenario, Result>();
  let begun = 0;
  const width = Math.max(0, ...scenarios.map(({ name }) => name.length));
  const lane = async (number: number) => {
    for (let scenario = await schedule.next(); scenario; scenario = await schedule.next()) {
      const say = labelled(scenario, width, tell);
      if (!isAsked()) {
        say(`[${++begun}/${scenarios.length}] ${scenario.law}`);
        results.set(scenario, await runOne(scenario, place, number, say, isAsked));
      }
      schedule.ended(scenario);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, number) => lane(number)));
  return scenarios.flatMap((scenario) => results.get(scenario) ?? []);
}

/** Lines that say whose they are, and how many seconds after its beginning. */
function labelled({ name }: Scenario, width: number, tell: Tell): Tell {
  const start = performance.now();
  return (line) => tell(`${name.padEnd(width)} ${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`);
}

/** A start that has failed is tried once more. */
async function runOne(scenario: Scenario, place: Place, lane: number, tell: Tell, isAsked: () => boolean): Promise<Result> {
  for (let tries = 1; ; tries++) {
    const { error, ...rest } = await attempt(scenario, place, tries, lane, tell);
    if (error instanceof NotStarted && tries < TRIES && !isAsked()) {
      tell(`once more: ${error.message}`);
      continue;
    }
    tell(`${error ? `FAILED: ${error.message}` : 'passed'} after ${rest.seconds.toFixed(1)} s`);
    const { name, law, system } = scenario;
    return { scenario: name, law, passed: !error, tries, ...rest, ...(system && { system }), ...(error && { why: error.message }) };
  }
}

type Attempt = Pick<Result, 'seconds' | 'measured' | 'programs' | 'shown'> & { readonly error?: Error };

async function attempt(scenario: Scenario, place: Place, tries: number, lane: number, tell: Tell): Promise<Attempt> {
  const start = performance.now();
  const done = (error?: Error, { measured = [], programs, shown }: Partial<Pick<Context, 'measured' | 'programs' | 'shown'>> = {}): Attempt => ({
    error, measured, ...(scenario.system && { programs, shown }), seconds: Math.round((performance.now() - start) / 100) / 10,
  });
  let context: Context;
  try {
    context = await place.enter(scenario, tries, lane, tell);
  } catch (error) {
    return done(new NotStarted((error as Error).message));
  }
  const result = await scenario.run(context).then(() => done(undefined, context), (error: Error) => done(error, context));
  try {
    await place.leave(context, result.error !== undefined);
    return result;
  } catch (error) {
    return { ...result, error: result.error ?? error as Error };
  }
}
