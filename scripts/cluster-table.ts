// Writes what was shown with real pods into the guide about it, from docs/measured/cluster.json and that of a later version beside
// it. `npm run test:e2e -- --all` writes both.
// With --check nothing is written: it fails if that is no whole run that passed, if a law or a bound
// of it is not that of the scenario any more, or if the guide has other tables.
import '../e2e/build/own-sources';
import { asInCode, sourcesOf } from './as-in-code';
import { MeasuredGuide } from './measured-guide';
import { SCENARIOS } from '../e2e/scenarios/cases';
import { Result, Run } from '../e2e/scenarios/result';

const JSON_FILE = 'docs/measured/cluster.json';
/** The same on a later version, by `npm run test:e2e -- --kubernetes 1.34 --all`, with the real systems. */
export const LATER_FILE = 'docs/measured/cluster-1.34.json';
const MEASURED = new MeasuredGuide('docs/guides/real-cluster.md', JSON_FILE, 'scripts/cluster-table.ts', [LATER_FILE]);

/**
 * Reads a run.
 *
 * @param scenarios names of all that there are
 * @param systems names of those of real systems, which may be in it too
 * @throws if it is none, if a scenario of it failed, or if only some were run
 */
export function readRun(json: string, scenarios: readonly string[], systems: readonly string[] = [], file = JSON_FILE): Run {
  const run = JSON.parse(json) as Partial<Run>;
  const version = file === JSON_FILE ? '' : '--kubernetes 1.34 ';
  const wrong = (what: string) => new Error(`${file} ${what}: write it anew by npm run test:e2e -- ${version}--all`);
  if (Number.isNaN(Date.parse(run.date ?? '')) || !/^v\d+\.\d+\.\d+$/.test(run.versions?.kubernetes ?? '') || !Array.isArray(run.results)) {
    throw wrong('holds no run');
  }
  const { results } = run as Run;
  const failed = results.find(({ passed }) => passed !== true);
  if (failed) throw wrong(`holds a scenario that failed, ${failed.scenario}`);
  const missing = scenarios.filter((name) => !results.some(({ scenario }) => scenario === name));
  const unknown = results.filter(({ scenario }) => ![...scenarios, ...systems].includes(scenario)).map(({ scenario }) => scenario);
  if (missing.length > 0) throw wrong(`has no scenario ${missing.join(', ')}`);
  if (unknown.length > 0) throw wrong(`has a scenario that there is not, ${unknown.join(', ')}`);
  return run as Run;
}

/** Nodes of each scenario, and how many ran beside each other. */
export function nodesOf(nodes: number, atOnce: number): string {
  return atOnce === 1 ? `${nodes} nodes` : `${nodes} nodes for each of ${atOnce} scenarios at once`;
}

function isSmall({ system }: Result): boolean {
  return system === undefined;
}

/** `1.28` */
function minor({ versions: { kubernetes } }: Run): string {
  return kubernetes.slice(1).split('.', 2).join('.');
}

function components({ date, commit, versions, nodes, atOnce = 1, machine }: Run): string {
  const { kubernetes, runtime, coreDns, kernel } = versions;
  const all = [`Kubernetes ${kubernetes.slice(1)}`, nodesOf(nodes, atOnce), runtime?.replace('://', ' '), coreDns && `CoreDNS ${coreDns}`, kernel && `Linux ${kernel}`];
  return `- ${date.slice(0, 10)}: ${all.filter((each) => each).join(', ')}; ${machine.cpus} processors for all of it${commit === undefined ? '' : `; commit ${commit}`}.`;
}

/** A cell for each run, a dash where it has none. */
function cells<T>(runs: readonly Run[], find: (results: readonly Result[]) => T | undefined, show: (found: T) => string): string {
  return runs.map(({ results }) => find(results)).map((found) => (found === undefined ? '-' : show(found))).join(' | ');
}

/** Each cell says when that was, and whether it was the second try. */
function took(scenario: string, runs: readonly Run[]): string {
  return runs.map((run) => {
    const found = run.results.find((each) => each.scenario === scenario);
    return found === undefined ? 'not run' : `${Math.ceil(found.seconds)} s, ${ranAt(found, run)}`;
  }).join(' | ');
}

/** A row for each number that any of the runs has of a scenario. */
function numbers(scenario: string, runs: readonly Run[]): string[] {
  const of = (results: readonly Result[]) => results.find((each) => each.scenario === scenario)?.measured ?? [];
  const all = runs.flatMap(({ results }) => of(results));
  return [...new Set(all.map(({ what }) => what))].map((what) => {
    const most = all.find((each) => each.what === what)!.most;
    const seconds = cells(runs, (results) => of(results).find((each) => each.what === what), (found) => found.seconds.toFixed(1));
    return `| \`${scenario}\` | ${what} | ${seconds} | ${most === undefined ? '' : `≤ ${most}`} |`;
  });
}

/** When a scenario ran, and how often it was tried where that was not once: `2026-11-27 09:10, second try`. */
export function ranAt({ date, tries }: Result, run: Pick<Run, 'date'>): string {
  return `${(date ?? run.date).slice(0, 16).replace('T', ' ')}${tries > 1 ? ', second try' : ''}`;
}

/** The real systems of a run, one line. */
function systemsOf(run: Run): string[] {
  const names = run.results.filter((each) => !isSmall(each)).map(({ scenario }) => `\`${scenario}\``);
  return names.length === 0 ? [] : ['', `Of the [real systems](systems.md), these passed on ${minor(run)} too: ${names.join(', ')}.`];
}

/**
 * What was shown, and the seconds that were measured on the way.
 *
 * @param runs each of another version, the one that tells the laws first
 */
export function clusterTables(...runs: readonly Run[]): string {
  const [first, ...later] = runs;
  const shown = first.results.filter(isSmall);
  const versions = runs.map(minor).join(' | ');
  const ruler = runs.map(() => '---').join('|');
  return [
    ...runs.map(components),
    '',
    `| scenario | what is shown | took on ${versions} |`,
    `|---|---|${ruler}|`,
    ...shown.map(({ scenario, law }) => `| \`${scenario}\` | ${law} | ${took(scenario, runs)} |`),
    '',
    `| scenario | measured | seconds on ${versions} | promised |`,
    `|---|---|${ruler}|---|`,
    ...shown.flatMap(({ scenario }) => numbers(scenario, runs)),
    ...later.flatMap(systemsOf),
    '',
  ].join('\n');
}

const namesOf = (real: boolean) => SCENARIOS.filter(({ system }) => (system !== undefined) === real).map(({ name }) => name);

/** Both runs; a scenario that is newer than the later one may lack in it, unless all are wanted. */
function runsOf(json: string, later: string, all: boolean): readonly [Run, Run] {
  const small = namesOf(false);
  return [readRun(json, small), readRun(later, all ? small : [], [...small, ...namesOf(true)], LATER_FILE)];
}

/** The tables of two runs; throws where one of them lacks a scenario and all are wanted. */
export function tablesOf(json: string, later: string, all = true): string {
  return clusterTables(...runsOf(json, later, all));
}

/** The guide with these tables between its marks. */
export function withTables(guide: string, table: string): string {
  return MEASURED.withTable(guide, table);
}

/** Writes the guide, or with `check` tells that it differs. @returns the exit code */
export function updateGuide(check: boolean): number {
  return MEASURED.update((json, later) => {
    const [first, second] = runsOf(json, later, check);
    // Only then: while one of two runs is written anew, the other one may be of older scenarios.
    if (check) for (const [run, file] of [[first, JSON_FILE], [second, LATER_FILE]] as const) asInCode(run, file, SCENARIOS, sourcesOf(SCENARIOS));
    return clusterTables(first, second);
  }, check);
}

if (require.main === module) process.exitCode = updateGuide(process.argv.slice(2).includes('--check'));
