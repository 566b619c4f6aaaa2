// Synthesizes every example into its manifests/ folder, one file a chart, and prints the identity table of each.
// With --check nothing is written: it fails, naming the manifests that differ from what the examples declare.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { tmpdir } from 'os';
import { join, relative, resolve } from 'path';
import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { IdentitySnapshot } from 'cdk8s-stateful';

const ROOT = resolve(__dirname, '..');
const EXAMPLES = join(ROOT, 'examples');
const load = createRequire(__filename);

type ChartClass = new (scope: Construct, id: string) => Chart;

/** What one example declares. */
export interface Synthesized {
  /** The chart of its own name. */
  readonly chart: Chart;
  /** Every chart, that one first. */
  readonly charts: readonly Chart[];
  /** The texts that `cdk8s synth` writes, by file name: one for each chart. */
  readonly manifests: ReadonlyMap<string, string>;
}

/** Names of the folders in examples/, sorted. */
export function exampleNames(): string[] {
  return readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

/** Absolute path of the committed manifests of an example. */
export function manifestFolder(name: string): string {
  return join(EXAMPLES, name, 'manifests');
}

/** The files of an app, as its synth writes them. */
function written(build: (app: App) => void): ReadonlyMap<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-example-'));
  try {
    const app = new App({ outdir });
    build(app);
    app.synth();
    return new Map(readdirSync(outdir).sort().map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** `ClusterDnsChart` is called `cluster-dns`; the chart of the example's own name is called like the example. */
function chartId({ name: className }: ChartClass, example: string): string {
  const own = className.toLowerCase() === `${example.replaceAll('-', '')}chart`;
  return own ? example : className.replace(/Chart$/, '').replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}

/**
 * Runs the charts of an example, in one app.
 *
 * @throws if the example has no chart of its name, or its declaration is refused
 */
export function synthExample(name: string): Synthesized {
  const exported: any[] = Object.values(load(join(EXAMPLES, name, 'main')));
  const classes = exported.filter((value): value is ChartClass => typeof value === 'function' && Object.getPrototypeOf(value) === Chart)
    .map((chartClass) => ({ chartClass, id: chartId(chartClass, name) })).sort((one, other) => Number(other.id === name) - Number(one.id === name));
  if (classes[0]?.id !== name) throw new Error(`main.ts exports no chart of the name ${name}; export a class that extends Chart and is called like the example`);
  let charts: Chart[] = [];
  const manifests = written((app) => { charts = classes.map(({ chartClass, id }) => new chartClass(app, id)); });
  return { chart: charts[0], charts, manifests };
}

/** Brings a folder to what an example declares; names what differed, and writes it unless it only looks. */
function bring(folder: string, manifests: ReadonlyMap<string, string>, check: boolean): string[] {
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const stale = there.filter((file) => !manifests.has(file));
  const differing = [...manifests].filter(([file, text]) => !there.includes(file) || readFileSync(join(folder, file), 'utf8') !== text);
  if (!check) {
    mkdirSync(folder, { recursive: true });
    for (const file of stale) rmSync(join(folder, file));
    for (const [file, text] of differing) writeFileSync(join(folder, file), text);
  }
  return [...stale, ...differing.map(([file]) => file)].map((file) => relative(ROOT, join(folder, file)));
}

function main(check: boolean): number {
  const names = exampleNames();
  const refused: string[] = [];
  const differing: string[] = [];
  for (const name of names) {
    const folder = manifestFolder(name);
    try {
      const { chart, manifests } = synthExample(name);
      const paths = [...manifests.keys()].map((file) => `  ${relative(ROOT, join(folder, file))}\n`);
      console.log(`${IdentitySnapshot.of(chart).text}${paths.join('')}`);
      differing.push(...bring(folder, manifests, check));
    } catch (error) {
      refused.push(name);
      console.error(`refused: examples/${name}: ${(error as Error).message}\n`);
    }
  }
  const outcome = check
    ? differing.map((path) => `differs: ${path}`).concat(differing.length > 0 ? ['run npm run synth, and commit what changed'] : [])
    : differing.map((path) => `written: ${path}`);
  const counts = [`${names.length} examples`, `${refused.length} refused`, `${differing.length} manifests ${check ? 'differ' : 'changed'}`];
  console.log([...outcome, counts.join(', ')].join('\n'));
  return refused.length > 0 || (check && differing.length > 0) ? 1 : 0;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2).includes('--check'));
