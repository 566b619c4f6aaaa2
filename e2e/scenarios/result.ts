/** What can be shown of a real system: a column of the table of systems each. */
export const CELLS = ['rendered', 'accepted', 'pods run', 'members see each other', 'kill', 'drain', 'rolling update', 'scale'] as const;

export type Cell = typeof CELLS[number];

/** A number for the table. */
export interface Measured {
  readonly what: string;
  readonly seconds: number;
  /** What is promised. */
  readonly most?: number;
}

/** What has come of one scenario. */
export interface Result {
  readonly scenario: string;
  readonly law: string;
  readonly passed: boolean;
  /** Of the last try. */
  readonly seconds: number;
  /** 2 if the pods came up only the second time. */
  readonly tries: number;
  readonly measured: readonly Measured[];
  /** The real system that ran, with the versions of its programs and what was shown of it, also before a failure. */
  readonly system?: string;
  readonly programs?: Readonly<Record<string, string>>;
  readonly shown?: readonly Cell[];
  /** Why it failed. */
  readonly why?: string;
  /** When it ran, where a file holds results of several runs; in one run, when that began. */
  readonly date?: string;
  /** Of which sources, as `commitOf` tells. */
  readonly commit?: string;
}

/** A run, as it is kept. */
export interface Run {
  readonly date: string;
  /** Of which sources, as `commitOf` tells; undefined where there is no git. */
  readonly commit?: string;
  /** Of the cluster's components. */
  readonly versions: Readonly<Record<string, string>>;
  /** Of each scenario. */
  readonly nodes: number;
  /** How many scenarios ran beside each other. */
  readonly atOnce?: number;
  readonly machine: { readonly node: string; readonly cpus: number };
  readonly seconds: number;
  /** Those that were not run, with the reason. */
  readonly left: readonly { readonly scenario: string; readonly why: string }[];
  readonly results: readonly Result[];
}

/**
 * A run with the results of an earlier one, where a scenario has not run again.
 *
 * @throws if they are of other components or of another machine: a table says one of each; or if one of the later has failed
 */
export function withEarlier(run: Run, earlier: Run): Run {
  const failed = run.results.find(({ passed }) => !passed);
  if (failed) throw new Error(`the file stays as it was: ${failed.scenario} has failed`);
  const [now, before] = [run, earlier].map(({ versions, nodes, machine }) => JSON.stringify({ versions, nodes, machine }));
  if (now !== before) throw new Error(`the file holds results of another cluster, ${before} instead of ${now}: write it anew, without --keep`);
  const known = new Map(run.results.map((result) => [result.scenario, result]));
  const kept = earlier.results.map((result) => known.get(result.scenario) ?? result);
  const added = run.results.filter(({ scenario }) => earlier.results.every((result) => result.scenario !== scenario));
  return { ...run, seconds: run.seconds + earlier.seconds, results: [...kept, ...added] };
}

/** The results, one a line; what is wrong follows below. */
export function report(results: readonly Result[]): string {
  const width = Math.max(...results.map(({ scenario }) => scenario.length));
  return results.flatMap(({ scenario, law, passed, seconds, tries, why }) => [
    `${passed ? 'passed' : 'FAILED'}  ${scenario.padEnd(width)}  ${seconds.toFixed(0).padStart(4)} s  ${law}${tries > 1 ? ' (second try)' : ''}`,
    ...(why ? [`        ${why.replace(/\n/g, '\n        ')}`] : []),
  ]).join('\n');
}

/** The last line. */
export function summary(results: readonly Result[]): string {
  const passed = results.filter((each) => each.passed).length;
  return `${passed} passed, ${results.length - passed} failed`;
}

/** Nothing that ran is a failure too. */
export function exitCode(results: readonly Result[]): number {
  return results.length > 0 && results.every(({ passed }) => passed) ? 0 : 1;
}
