/** Holds the Corefile reader and editor against the real CoreDNS. */
import { Command, InvalidArgumentError } from 'commander';
import { adviceTrials, advised, exampleTexts, withoutTexts } from './advised-texts';
import { compareEdits, compareReadings } from './differential';
import { knownDirectives } from './known-directives';
import { patchedTexts } from './patched-texts';
import { RealParser } from './real-parser';
import { provePages } from './rule-pages';
import { proveVariants } from './rule-variants';
import { proveStartProblems } from './start-problems';
import { startAll } from './starts';
import { summary, table } from './table';
import { Part } from './tally';
import { caseTrials, onlyNew, patchTrials } from './trials';
import { goBinary } from '../e2e/build/go-binary';
import { COREDNS_VERSIONS, coreDns } from '../e2e/build/programs';
import { exitOnSignals } from '../e2e/process/on-signal';
import { Run } from '../e2e/process/run';

const CURRENT = '1.15.0';
const DEFAULT_COUNT = 20_000;

function positive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('a whole number from 1 is needed');
  return Number(text);
}

/** What cannot be run has failed, and the other parts are run all the same. */
async function attempt(name: string, part: () => Promise<Part | readonly Part[]>): Promise<Part[]> {
  try {
    return [await part()].flat();
  } catch (error) {
    return [{ name, passed: 0, failed: 1, detail: 'not run to its end', failures: [(error as Error).message] }];
  }
}

async function compare(run: Run, count: number, seed: number): Promise<Part[]> {
  const known = knownDirectives(goBinary(coreDns(CURRENT)));
  const parser = new RealParser(run, goBinary({ module: 'oracle/caddyfile', package: '.' }));
  return [
    ...await attempt('texts read alike', () => compareReadings(parser, known, { count, seed })),
    ...await attempt('edits read back', () => compareEdits(parser, { count, seed })),
  ];
}

/** The texts that users are handed, and those that no advice gives today. */
async function startTexts(run: Run): Promise<Part[]> {
  const all = advised();
  const advice = onlyNew(adviceTrials([...exampleTexts(), ...all.flatMap(({ texts }) => texts)]));
  const started = await startAll('advised texts', advice, run);
  const forgotten = withoutTexts(all);
  return [
    { ...started, failed: started.failed + forgotten.length, failures: [...forgotten, ...started.failures], detail: `${started.detail}; ${all.length} platforms` },
    await startAll('other patched texts', onlyNew(patchTrials(patchedTexts()), advice), run),
  ];
}

async function start(run: Run): Promise<Part[]> {
  return [
    ...await attempt('cases', () => startAll('cases', caseTrials(), run)),
    ...await attempt('advised texts', () => startTexts(run)),
    ...await attempt('problems at the start', () => proveStartProblems(run)),
    ...await attempt('pages of rules', () => provePages(run)),
    ...await attempt('rules and starts', () => proveVariants(run)),
  ];
}

async function partsOf(count: number, seed: number): Promise<Part[]> {
  const run = new Run();
  try {
    for (const version of COREDNS_VERSIONS) goBinary(coreDns(version));
    return [...await compare(run, count, seed), ...await start(run)];
  } catch (error) {
    return [{ name: 'building', passed: 0, failed: 1, detail: 'nothing was run', failures: [(error as Error).message] }];
  } finally {
    await run.stop();
  }
}

async function main(): Promise<void> {
  const { count, seed } = new Command('test:corefile')
    .option('--count <number>', 'how many texts, and how many edits', positive, DEFAULT_COUNT)
    .option('--seed <number>', 'what the texts are made from', positive, 1 + Date.now() % 1e9)
    .parse().opts<{ count: number; seed: number }>();
  const parts = await partsOf(count, seed);
  for (const { name, failures } of parts) for (const failure of failures) console.log(`${name}: ${failure}\n`);
  console.log(`${table(parts)}\n\n${summary(parts)}`);
  process.exitCode = parts.every(({ failed }) => failed === 0) ? 0 : 1;
}

exitOnSignals();
void main();
