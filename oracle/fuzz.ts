import * as fc from 'fast-check';
import { Progress } from './progress';
import { shown } from './shown';
import { Part, Tally } from './tally';

export interface Fuzz<Input> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
  /** Inputs that come first, whatever the seed. */
  readonly examples?: readonly Input[];
  /** What must have been met at least once; without it the comparison says nothing. */
  readonly meets: readonly string[];
  /** Notes what it met, and tells what is wrong. */
  check(input: Input, tally: Tally): Promise<string | undefined>;
}

export interface FuzzOptions {
  readonly count: number;
  readonly seed: number;
}

/** Checks inputs until one fails, and makes that one small. */
export async function fuzz<Input>({ name, inputs, examples = [], meets, check }: Fuzz<Input>, { count, seed }: FuzzOptions): Promise<Part> {
  const total = Math.max(count, examples.length);
  const progress = new Progress(name, total);
  const tally = new Tally();
  const property = fc.asyncProperty(inputs, async (input) => {
    const wrong = await check(input, tally);
    progress.step();
    if (wrong !== undefined) throw new Error(wrong);
  });
  const { failed, numRuns, counterexample, counterexamplePath, errorInstance } = await fc.check(property, {
    seed, numRuns: total, examples: examples.map((each) => [each]),
  });
  const failures = meets.filter((what) => !failed && tally.of(what) === 0).map((what) => `nothing was ${what}, so nothing is proved`);
  if (failed) {
    const reason = errorInstance instanceof Error ? errorInstance.message : 'no reason';
    failures.push(`${reason}\n  smallest: ${shown(counterexample?.[0])}\n  seed ${seed}, path ${counterexamplePath}`);
  }
  return { name, passed: failed ? numRuns - 1 : numRuns, failed: failures.length, detail: `${tally}; seed ${seed}`, failures };
}
