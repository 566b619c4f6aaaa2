import { Context, NotStarted } from './context';
import { Result } from './result';
import { Scenario } from './scenario';

/** Where scenarios run. */
export interface Place {
  /** Makes a namespace. */
  enter(scenario: Scenario, attempt: number): Promise<Context>;
  /**
   * Removes it.
   *
   * @param failed what it held is kept first
   */
  leave(context: Context, failed: boolean): Promise<void>;
}

const TRIES = 2;

/** Runs one scenario after the other; what one of them leaves behind is no other's business. */
export async function runAll(scenarios: readonly Scenario[], place: Place, tell: (line: string) => void): Promise<Result[]> {
  const results: Result[] = [];
  for (const [at, scenario] of scenarios.entries()) {
    tell(`[${at + 1}/${scenarios.length}] ${scenario.name}: ${scenario.law}`);
    results.push(await runOne(scenario, place, tell));
  }
  return results;
}

/** A start that has failed is tried once more. */
async function runOne(scenario: Scenario, place: Place, tell: (line: string) => void): Promise<Result> {
  for (let tries = 1; ; tries++) {
    const { error, ...rest } = await attempt(scenario, place, tries);
    if (error instanceof NotStarted && tries < TRIES) {
      tell(`  once more: ${error.message}`);
      continue;
    }
    tell(`  ${error ? `FAILED: ${error.message}` : 'passed'} after ${rest.seconds.toFixed(1)} s`);
    const { name, law, system } = scenario;
    return { scenario: name, law, passed: !error, tries, ...rest, ...(system && { system }), ...(error && { why: error.message }) };
  }
}

async function attempt(scenario: Scenario, place: Place, tries: number): Promise<Pick<Result, 'seconds' | 'measured' | 'programs' | 'shown'> & { error?: Error }> {
  const start = performance.now();
  const done = (error?: Error, { measured = [], programs, shown }: Partial<Pick<Context, 'measured' | 'programs' | 'shown'>> = {}) => ({
    error, measured, ...(scenario.system && { programs, shown }), seconds: Math.round((performance.now() - start) / 100) / 10,
  });
  let context: Context;
  try {
    context = await place.enter(scenario, tries);
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
