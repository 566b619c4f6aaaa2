import { Bound, boundText, within } from './bound';
import { Promised } from './dns-case';
import { OtherNames, otherNamesText } from './other-names';

/** One line of the table. */
export interface Result {
  readonly text: string;
  readonly coreDns: string;
  readonly fix: string;
  /** Seconds; absent where none are measured. */
  readonly newName?: number;
  readonly changedAddress?: number;
  readonly bounds: string;
  readonly others: string;
  readonly passed: boolean;
  /** What is not as promised. */
  readonly why?: string;
}

/** What the first columns say. */
export interface Named {
  readonly text: string;
  readonly version: string;
  readonly fix: string;
}

export interface Measured {
  readonly newName: number;
  readonly changedAddress: number;
  readonly others: OtherNames;
}

/** Holds what was measured against what is promised. */
export function judged(promise: Promised & Named, { newName, changedAddress, others }: Measured): Result {
  const problems = [
    ...late('new name', newName, promise.newName),
    ...late('changed address', changedAddress, promise.changedAddress),
    ...(otherNamesText(others) === otherNamesText(promise.others) ? [] : [`other names are ${otherNamesText(others)}, and not ${otherNamesText(promise.others)}`]),
  ];
  return {
    text: promise.text,
    coreDns: promise.version,
    fix: promise.fix,
    newName,
    changedAddress,
    bounds: `${boundText(promise.newName)}; ${boundText(promise.changedAddress)}`,
    others: otherNamesText(others),
    passed: problems.length === 0,
    ...(problems.length > 0 && { why: problems.join('; ') }),
  };
}

function late(what: string, seconds: number, bound: Bound): string[] {
  return within(seconds, bound) ? [] : [`${what}: ${seconds.toFixed(2)} s, and not ${boundText(bound)}`];
}

/** A case that could not be measured. */
export function failed({ text, version, fix }: Named, error: Error): Result {
  return { text, coreDns: version, fix, bounds: '', others: '', passed: false, why: error.message };
}

const HEAD = ['text', 'CoreDNS', 'fix', 'new name s', 'changed address s', 'bounds s', 'other names', 'verdict'];
/** Columns of numbers. */
const RIGHT = [3, 4];

/** The results as an aligned table; what is wrong follows below its line. */
export function table(results: readonly Result[]): string {
  const seconds = (value: number | undefined) => value?.toFixed(2) ?? '-';
  const rows = results.map((row) => [
    row.text, row.coreDns, row.fix, seconds(row.newName), seconds(row.changedAddress), row.bounds, row.others, row.passed ? 'passed' : 'FAILED',
  ]);
  const widths = HEAD.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at].length)));
  const line = (cells: readonly string[]) => cells.map((cell, at) => (RIGHT.includes(at) ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join('  ').trimEnd();
  return [line(HEAD), ...rows.flatMap((row, at) => [line(row), ...(results[at].why ? [`    ${results[at].why}`] : [])])].join('\n');
}

/** The last line. */
export function summary(results: readonly Result[]): string {
  const passed = results.filter((each) => each.passed).length;
  return `${passed} passed, ${results.length - passed} failed`;
}
