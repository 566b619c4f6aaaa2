// Writes the table of real systems into its guide, from docs/measured/systems.json. `npm run test:e2e -- --all` writes both, and
// `npm run test:e2e -- --only <word> --all --keep --json docs/measured/systems.json` runs some of them anew.
// With --check nothing is written: it fails if that is no whole run that passed, if a law or a bound
// of it is not that of the scenario any more, or if the guide has another table.
import '../e2e/build/own-sources';
import { asInCode, sourcesOf } from './as-in-code';
import { nodesOf, ranAt } from './cluster-table';
import { MeasuredGuide } from './measured-guide';
import { CELLS, Cell, Result, Run } from '../e2e/scenarios/result';
import { SYSTEMS } from '../e2e/scenarios/systems';

const JSON_FILE = 'docs/measured/systems.json';
const MEASURED = new MeasuredGuide('docs/guides/systems.md', JSON_FILE, 'scripts/systems-table.ts');

/** Systems that have an example or a place in the articles, and did not run, with the reason. */
const NOT_RUN: ReadonlyMap<string, string> = new Map([
  ['Elasticsearch', 'rendered and judged by the rules; its server has not run in a pod yet'],
]);

/**
 * Reads a run.
 *
 * @param wanted names of the scenarios that it must hold
 * @throws if it is none, or if a scenario of it failed or is missing
 */
export function readRun(json: string, wanted: readonly string[]): Run {
  const run = JSON.parse(json) as Partial<Run>;
  const wrong = (what: string) => new Error(`${JSON_FILE} ${what}: write it anew by npm run test:e2e -- --all`);
  if (Number.isNaN(Date.parse(run.date ?? '')) || !Array.isArray(run.results) || !run.versions?.kubernetes) throw wrong('holds no run');
  const { results } = run as Run;
  const failed = results.find(({ passed }) => passed !== true);
  if (failed) throw wrong(`holds a scenario that failed, ${failed.scenario}`);
  const missing = wanted.filter((name) => results.every(({ scenario }) => scenario !== name));
  if (missing.length > 0) throw wrong(`has no result of ${missing.join(', ')}`);
  const silent = results.find(({ system, shown }) => !system || !Array.isArray(shown));
  if (silent) throw wrong(`holds a scenario of no system, ${silent.scenario}`);
  const place = ({ scenario }: Result) => wanted.indexOf(scenario);
  return { ...run as Run, results: [...results].sort((one, other) => place(one) - place(other)) };
}

/** A table of what was shown of each system and by which scenario, then one of what was measured. */
export function systemsTable(run: Run): string {
  const { date, versions, nodes, atOnce = 1, machine, results } = run;
  const systems = [...new Set(results.map(({ system }) => system!))];
  const components = Object.entries(versions).map(([name, version]) => `${name} ${version.replace(/^v(?=\d)/, '')}`).join(', ');
  return [
    `Run of ${days(results, date)} on ${nodesOf(nodes, atOnce)}: ${components}; ${machine.cpus} CPUs. A cell names all scenarios that showed it, a dash that none did; the second table says of each when it ran, of which sources, and with which versions.`,
    '',
    `| system, and what ran | ${CELLS.join(' | ')} |`,
    `|---|${CELLS.map(() => '---').join('|')}|`,
    ...systems.map((system) => row(system, results.filter((each) => each.system === system))),
    ...[...NOT_RUN].map(([system, why]) => `| ${system} | not run: ${why} |${' |'.repeat(CELLS.length - 1)}`),
    '',
    '| scenario | ran | with | what is true | measured |',
    '|---|---|---|---|---|',
    ...results.map((result) => `| \`${result.scenario}\` | ${ranAt(result, run)}${of(result)} | ${versionsOf(result, run)} | ${result.law} | ${result.measured.map(({ what, seconds, most }) => (
      `${what}: ${seconds} s${most === undefined ? '' : ` (at most ${most})`}`
    )).join('<br>')} |`),
    '',
  ].join('\n');
}

function of({ commit }: Result): string {
  return commit === undefined ? '' : `<br>${commit}`;
}

/** `Kubernetes 1.28.15, redis 7.0.15` */
function versionsOf({ programs = {} }: Result, { versions: { kubernetes } }: Run): string {
  return [['Kubernetes', kubernetes.replace(/^v/, '')], ...Object.entries(programs)].map((each) => each.join(' ')).join(', ');
}

/** The day of the run; of several runs, the first and the last. */
function days(results: readonly Result[], date: string): string {
  const all = [...new Set(results.map((result) => (result.date ?? date).slice(0, 10)))].sort();
  return all.length > 1 ? `${all[0]} to ${all[all.length - 1]}` : all[0];
}

function row(system: string, results: readonly Result[]): string {
  const programs = Object.entries(Object.assign({}, ...results.map((each) => each.programs)) as Record<string, string>);
  const cell = (wanted: Cell) => {
    return results.filter(({ shown }) => shown!.includes(wanted)).map(({ scenario }) => `\`${scenario}\``).join('<br>') || '-';
  };
  return `| **${system}**<br>${programs.map(([name, version]) => `${name} ${version}`).join(', ')} | ${CELLS.map(cell).join(' | ')} |`;
}

/** Names of the scenarios that the run holds. */
const SCENARIOS = SYSTEMS.filter(({ system }) => system !== undefined).map(({ name }) => name);

/** The guide with this table between its marks. */
export function withTable(guide: string, table: string): string {
  return MEASURED.withTable(guide, table);
}

/** Writes the guide, or with `check` tells that it differs. @returns the exit code */
export function updateGuide(check: boolean): number {
  return MEASURED.update((json) => {
    const run = readRun(json, SCENARIOS);
    return systemsTable(check ? asInCode(run, JSON_FILE, SYSTEMS, sourcesOf(SYSTEMS)) : run);
  }, check);
}

if (require.main === module) process.exitCode = updateGuide(process.argv.slice(2).includes('--check'));
