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
  /** Why it failed. */
  readonly why?: string;
}

/** A run, as it is kept. */
export interface Run {
  readonly date: string;
  /** Of the cluster's components. */
  readonly versions: Readonly<Record<string, string>>;
  readonly nodes: number;
  readonly machine: { readonly node: string; readonly cpus: number };
  readonly seconds: number;
  /** Those that were not run, with the reason. */
  readonly left: readonly { readonly scenario: string; readonly why: string }[];
  readonly results: readonly Result[];
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
