import { Part } from './tally';

const HEAD = ['', 'passed', 'failed', ''];

/** The parts, line by line, in columns. */
export function table(parts: readonly Part[]): string {
  const rows = [HEAD, ...parts.map(({ name, passed, failed, detail }) => [name, `${passed}`, `${failed}`, detail])];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => (column === 1 || column === 2 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd()).join('\n');
}

/** The last line of a run. */
export function summary(parts: readonly Part[]): string {
  const sum = (of: 'passed' | 'failed') => parts.reduce((total, part) => total + part[of], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
