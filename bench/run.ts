import { Cell, LOADERS, LOADING, VARIANTS, cells, roundsOf } from './cells';
import { prepareChildren, run } from './children';
import { Verdict, goals, judge } from './goals';
import { options } from './options';
import { requireSameOutput } from './same-output';
import { Samples } from './samples';
import { goalLines, table } from './table';

/** A miss by less than this may be noise: the comparison runs again, once, and all its rounds count. */
const NOISE = 1.1;

type Part = readonly [variant: string, cell: Cell];

try {
  main();
} catch (e) {
  console.error((e as Error).message);
  process.exitCode = 1;
}

function main(): void {
  const { rounds, counts, layouts, check, json } = options(process.argv.slice(2));
  prepareChildren();
  requireSameOutput();

  const measured = cells(counts, layouts);
  const samples = new Samples();
  const parts: Part[] = [
    ...measured.flatMap((cell) => VARIANTS.map((variant): Part => [variant, cell])),
    ...LOADERS.map((loader): Part => [loader, LOADING]),
  ];
  roundRobin(parts, rounds, samples);

  const verdicts = goals(measured).map((goal) => check ? judgeTwice(goal, rounds, samples) : judge(goal, samples));
  if (json) {
    const results = verdicts.map(({ goal, spread, met }) => ({ name: goal.name, limit: goal.limit, met, ...spread }));
    console.log(JSON.stringify({ samples, goals: results }, undefined, 2));
  } else {
    console.log(`median (min–max, rounds)\n\n${table(measured, samples)}\n\n${goalLines(verdicts)}`);
  }

  const missed = verdicts.filter(({ met }) => !met);
  if (check && missed.length > 0) throw new Error(`\nmissed: ${missed.map(({ goal }) => goal.name).join('; ')}`);
}

/** One process after the other, A B C A B C …, so that a busy moment of the machine hits all of them. */
function roundRobin(parts: readonly Part[], rounds: number, samples: Samples): void {
  const most = Math.max(...parts.map(([variant, cell]) => roundsOf(variant, cell, rounds)));
  for (let round = 0; round < most; round++) {
    console.error(`round ${round + 1} of ${most}`);
    for (const [variant, cell] of parts) {
      if (round < roundsOf(variant, cell, rounds)) samples.add(variant, cell, run(variant, cell));
    }
  }
}

function judgeTwice(goal: Verdict['goal'], rounds: number, samples: Samples): Verdict {
  const first = judge(goal, samples);
  if (first.met || first.spread!.median >= goal.limit * NOISE) return first;
  console.error(`again, missed by less than 10 %: ${goal.name}`);
  roundRobin(goal.parts, rounds, samples);
  return judge(goal, samples);
}
