import { readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { Run } from '../e2e/scenarios/result';
import { Scenario } from '../e2e/scenarios/scenario';

const FOLDER = resolve(__dirname, '..', 'e2e', 'scenarios');

/** The source of each scenario, by its name. */
export function sourcesOf(scenarios: readonly Pick<Scenario, 'name'>[]): ReadonlyMap<string, string> {
  const texts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(FOLDER, file), 'utf8'));
  return new Map(scenarios.flatMap(({ name }) => texts.filter((text) => text.includes(`  name: '${name}',`)).map((text) => [name, text] as const)));
}

/**
 * Holds what a run says against the scenarios as they are now: a law that was changed since was not shown, nor was a bound.
 *
 * @param file of the run
 * @param sources by name of the scenario: the number of each bound must stand in it
 * @throws with all that differs
 */
export function asInCode(run: Run, file: string, scenarios: readonly Pick<Scenario, 'name' | 'law'>[], sources: ReadonlyMap<string, string>): Run {
  const laws = new Map(scenarios.map(({ name, law }) => [name, law]));
  const problems = run.results.flatMap(({ scenario, law, measured }) => [
    ...(laws.has(scenario) && laws.get(scenario) !== law ? [`${scenario} shows by now: ${laws.get(scenario)}`] : []),
    ...measured.filter(({ most }) => most !== undefined && !new RegExp(`(?<![\\d.])${most}(?![\\d.])`).test(sources.get(scenario) ?? ''))
      .map(({ what, most }) => `${scenario} has no bound of ${most} s any more: ${what}`),
    ...measured.filter(({ seconds, most = Infinity }) => seconds > most).map(({ what }) => `${scenario} is beyond its bound: ${what}`),
  ]);
  if (problems.length > 0) throw new Error(`${file} is not what the scenarios show: write it anew by npm run test:e2e -- --all\n${problems.map((each) => `- ${each}`).join('\n')}`);
  return run;
}
