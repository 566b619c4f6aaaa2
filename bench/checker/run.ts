/**
 * The check command beside kube-score and kubeconform, over the same files: programs take turns (A B C A B C …), a ratio
 * is computed within each round, and its median counts.
 *
 * Before that, our default output in the eyes of kube-score: what it says must be in a list with reasons.
 *
 * `--n 100,1000` sizes, `--rounds 5`, `--shape varied`, `--quick` (no 3000, 2 rounds, few starts), `--check` fails on a missed
 * goal; without it only a program that is missing, fails or writes nothing does, since a shared machine cannot judge time.
 */
import { parseArgs } from 'util';
import { defaultOutput } from './default-output';
import { Samples, Verdict, goals, judge, key, median } from './goals';
import { SHAPES, Shape, manifestFile } from './manifests';
import { Sample, commands, measure, requireCompiled, starts } from './programs';

/** kube-score is quadratic: minutes at 3000. */
const SLOW = 3000;
const SLOW_ROUNDS = 1;
/** Starts are short, and need more rounds. */
const STARTS = 15;
const QUICK = { counts: '100,1000', rounds: 2, starts: 5 };

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { n: { type: 'string' }, rounds: { type: 'string' }, shape: { type: 'string' }, quick: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
  });
  const counts = (values.n ?? (values.quick ? QUICK.counts : '100,1000,3000')).split(',').map(Number);
  const rounds = Number(values.rounds ?? (values.quick ? QUICK.rounds : 5));
  const shapes = SHAPES.filter((shape) => values.shape === undefined || shape === values.shape);
  if (shapes.length === 0 || !counts.every((n) => n > 0) || !(rounds > 0)) throw new Error('--n and --rounds are numbers from 1 on, --shape is template or varied');
  requireCompiled();
  const { known, unexpected, gone } = defaultOutput();
  console.log(`kube-score on our default output:\n${known.map((text) => `  ${text}`).join('\n')}\n`);
  if (unexpected.length + gone.length > 0) throw new Error(`kube-score on our default output: not reasoned about ${unexpected.join(', ') || '-'}; no longer said ${gone.join(', ') || '-'}`);
  const samples = new Map<string, Sample[]>();
  const add = async (name: string, command: readonly string[], reports = true) => {
    samples.set(name, [...samples.get(name) ?? [], await measure(command, reports)]);
  };

  const startRounds = values.quick ? QUICK.starts : STARTS;
  for (let i = 0; i < startRounds; i++) for (const [name, command] of Object.entries(starts())) await add(name, command, name === 'help');
  const files = counts.flatMap((count) => shapes.map((shape): readonly [number, Shape, string] => [count, shape, manifestFile(count, shape)]));
  for (let round = 0; round < rounds; round++) {
    console.error(`round ${round + 1} of ${rounds}`);
    for (const [count, shape, file] of files) {
      for (const [program, command] of Object.entries(commands(file))) {
        if (program === 'kube-score' && count >= SLOW && round >= SLOW_ROUNDS) continue;
        await add(key(program, shape, count), command);
      }
    }
  }
  console.log(table(samples));
  const verdicts = goals(shapes).map((goal) => judge(goal, samples));
  console.log(`\n${verdicts.map(line).join('\n')}`);
  const missed = verdicts.filter(({ met }) => !met);
  if (values.check && missed.length > 0) console.error(`\nmissed: ${missed.map(({ goal }) => goal.name).join('; ')}`);
  return values.check && missed.length > 0 ? 1 : 0;
}

function table(samples: Samples): string {
  return [...samples].map(([name, all]) => {
    const walls = all.map(({ wall }) => wall);
    return `${name.padEnd(28)} wall ms ${median(walls).toFixed(0).padStart(7)} (${Math.min(...walls).toFixed(0)}–${Math.max(...walls).toFixed(0)}, ${all.length})`
      + `   peak MiB ${Math.max(...all.map(({ memory }) => memory)).toFixed(0)}`;
  }).join('\n');
}

function line({ goal, figures, met }: Verdict): string {
  const state = figures.length === 0 ? 'not measured' : met ? 'met' : 'MISSED';
  const shown = figures.length === 0 ? '-' : `${median(figures).toFixed(3)} (${Math.min(...figures).toFixed(3)}–${Math.max(...figures).toFixed(3)}, ${figures.length})`;
  return `${state.padEnd(12)} ${goal.name}: ${shown} (goal <= ${goal.limit})`;
}

main().then((code) => process.exitCode = code, (error) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
