// Writes what was shown with real pods into the guide about it, from docs/measured/cluster.json. `npm run test:e2e -- --all`
// writes both.
// With --check nothing is written: it fails if that is no whole run that passed, or if the guide has other tables.
import '../e2e/build/own-sources';
import { MeasuredGuide } from './measured-guide';
import { SCENARIOS } from '../e2e/scenarios/cases';
import { Result, Run } from '../e2e/scenarios/result';

const JSON_FILE = 'docs/measured/cluster.json';
const MEASURED = new MeasuredGuide('docs/guides/real-cluster.md', JSON_FILE, 'scripts/cluster-table.ts');

/**
 * Reads a run.
 *
 * @param scenarios names of all that there are
 * @throws if it is none, if a scenario of it failed, or if only some were run
 */
export function readRun(json: string, scenarios: readonly string[]): Run {
  const run = JSON.parse(json) as Partial<Run>;
  const wrong = (what: string) => new Error(`${JSON_FILE} ${what}: write it anew by npm run test:e2e -- --all`);
  if (Number.isNaN(Date.parse(run.date ?? '')) || !/^v\d+\.\d+\.\d+$/.test(run.versions?.kubernetes ?? '') || !Array.isArray(run.results)) {
    throw wrong('holds no run');
  }
  const { results } = run as Run;
  const failed = results.find(({ passed }) => passed !== true);
  if (failed) throw wrong(`holds a scenario that failed, ${failed.scenario}`);
  const missing = scenarios.filter((name) => !results.some(({ scenario }) => scenario === name));
  const unknown = results.filter(({ scenario }) => !scenarios.includes(scenario)).map(({ scenario }) => scenario);
  if (missing.length > 0) throw wrong(`has no scenario ${missing.join(', ')}`);
  if (unknown.length > 0) throw wrong(`has a scenario that there is not, ${unknown.join(', ')}`);
  return run as Run;
}

/** Nodes of each scenario, and how many ran beside each other. */
export function nodesOf(nodes: number, atOnce: number): string {
  return atOnce === 1 ? `${nodes} nodes` : `${nodes} nodes for each of ${atOnce} scenarios at once`;
}

function numbers(results: readonly Result[]): string[] {
  return results.flatMap(({ scenario, measured }) => measured.map(({ what, seconds, most }) => (
    `| \`${scenario}\` | ${what} | ${seconds.toFixed(1)} | ${most === undefined ? '' : `≤ ${most}`} |`
  )));
}

/** What was shown, and the seconds that were measured on the way. */
export function clusterTables({ date, versions, nodes, atOnce = 1, machine, results }: Run): string {
  const { kubernetes, runtime, coreDns, kernel } = versions;
  const components = [`Kubernetes ${kubernetes.slice(1)}`, nodesOf(nodes, atOnce), runtime?.replace('://', ' '), coreDns && `CoreDNS ${coreDns}`, kernel && `Linux ${kernel}`];
  return [
    `${date.slice(0, 10)}: ${components.filter((each) => each).join(', ')}; ${machine.cpus} processors for all of it.`,
    '',
    '| scenario | what is shown | took |',
    '|---|---|---|',
    ...results.map(({ scenario, law, seconds }) => `| \`${scenario}\` | ${law} | ${Math.ceil(seconds)} s |`),
    '',
    '| scenario | measured | seconds | promised |',
    '|---|---|---|---|',
    ...numbers(results),
    '',
  ].join('\n');
}

/** Names of the scenarios that the run holds. */
const NAMES = SCENARIOS.filter(({ system }) => system === undefined).map(({ name }) => name);

/** The guide with these tables between its marks. */
export function withTables(guide: string, table: string): string {
  return MEASURED.withTable(guide, table);
}

/** Writes the guide, or with `check` tells that it differs. @returns the exit code */
export function updateGuide(check: boolean): number {
  return MEASURED.update((json) => clusterTables(readRun(json, NAMES)), check);
}

if (require.main === module) process.exitCode = updateGuide(process.argv.slice(2).includes('--check'));
