// Writes the table of measured seconds into the guide about cluster DNS, from docs/measured/dns.json: what
// `npm run test:dns -- --json docs/measured/dns.json` has left there.
// With --check nothing is written: it fails if that is no whole run that passed, or if the guide has another table.
import { MeasuredGuide } from './measured-guide';

const JSON_FILE = 'docs/measured/dns.json';
const MEASURED = new MeasuredGuide('docs/guides/cluster-dns.md', JSON_FILE, 'scripts/dns-table.ts');

/** One line of a run. */
interface Line {
  readonly text: string;
  readonly coreDns: string;
  readonly fix: string;
  readonly newName?: number;
  readonly changedAddress?: number;
  readonly others: string;
  readonly passed: boolean;
}

/** A run of `npm run test:dns`. */
export interface DnsRun {
  readonly date: string;
  readonly kubernetes: string;
  readonly coreDns: readonly string[];
  readonly results: readonly Line[];
}

/** Lines about the example stand in its own README. */
const OF_EXAMPLE = /^example/;
const NONE = 'none';
/** No fix, seen in one way or another. */
const UNFIXED = /^none(?=,|$)/;

/**
 * Reads a run.
 *
 * @throws if it is none, if a case of it failed, or if only some cases were run
 */
export function readRun(json: string): DnsRun {
  const run = JSON.parse(json) as Partial<DnsRun>;
  const wrong = (what: string) => new Error(`${JSON_FILE} ${what}: write it anew by npm run test:dns -- --json ${JSON_FILE}`);
  if (Number.isNaN(Date.parse(run.date ?? '')) || !/^v\d+\.\d+\.\d+$/.test(run.kubernetes ?? '') || !Array.isArray(run.coreDns) || !Array.isArray(run.results)) {
    throw wrong('holds no run');
  }
  const { results, coreDns } = run as DnsRun;
  const failed = results.find(({ passed }) => passed !== true);
  if (failed) throw wrong(`holds a case that failed, ${failed.text} with ${failed.fix}`);
  const odd = results.find((line) => !isLine(line));
  if (odd) throw wrong(`holds a line that is none, ${JSON.stringify(odd)}`);
  const missing = coreDns.filter((version) => !results.some((line) => line.coreDns === version && line.newName !== undefined));
  if (missing.length > 0 || coreDns.length === 0) throw wrong(`has no case of CoreDNS ${missing.join(', ') || 'at all'}`);
  return run as DnsRun;
}

function isLine({ text, coreDns, fix, others, newName, changedAddress }: Line): boolean {
  return [text, coreDns, fix, others].every((each) => typeof each === 'string') && [newName, changedAddress].every(seconds);
}

/** Seconds, or nothing where none were measured. */
function seconds(value: number | undefined): boolean {
  return value === undefined || (typeof value === 'number' && value >= 0 && value < 120);
}

function shown(value: number | undefined): string {
  return value === undefined ? '-' : value < 0.1 ? '< 0.1' : value.toFixed(1);
}

/** One row for each fix, with what was before it. */
export function measuredTable({ date, kubernetes, results }: DnsRun): string {
  const lines = results.filter(({ text }) => !OF_EXAMPLE.test(text));
  const before = (line: Line) => lines.find(({ text, coreDns, fix }) => fix === NONE && text === line.text && coreDns === line.coreDns);
  const alone = ({ text, coreDns }: Line) => lines.filter((other) => other.text === text && other.coreDns === coreDns).length === 1;
  const rows = lines.filter((line) => line.fix !== NONE || alone(line));
  const cell = (line: Line, of: 'newName' | 'changedAddress') => {
    const old = UNFIXED.test(line.fix) ? undefined : before(line)?.[of];
    return old === undefined || line[of] === undefined ? shown(line[of]) : `${shown(old)} → ${shown(line[of])}`;
  };
  return [
    `Kubernetes ${kubernetes.slice(1)}, ${date.slice(0, 10)}; seconds before → after:`,
    '',
    '| Corefile of | CoreDNS | what is done | new name | changed address | other names |',
    '|---|---|---|---|---|---|',
    ...rows.map((line) => `| ${[
      line.text, line.coreDns, line.fix.replace(UNFIXED, 'nothing'), cell(line, 'newName'), cell(line, 'changedAddress'), line.others || 'does not start',
    ].join(' | ')} |`),
    '',
  ].join('\n');
}

/** The guide with this table between its marks. */
export function withTable(guide: string, table: string): string {
  return MEASURED.withTable(guide, table);
}

if (require.main === module) process.exitCode = MEASURED.update((json) => measuredTable(readRun(json)), process.argv.slice(2).includes('--check'));
