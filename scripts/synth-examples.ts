// Synthesizes every example into its manifests/ folder and prints the identity table of each.
// With --check nothing is written: it fails, naming the manifests that differ from what the examples declare.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { dirname, join, relative, resolve } from 'path';
import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { IdentitySnapshot } from 'cdk8s-stateful';

const ROOT = resolve(__dirname, '..');
const EXAMPLES = join(ROOT, 'examples');
const load = createRequire(__filename);

type ChartClass = new (scope: Construct, id: string) => Chart;

/** What one example declares. */
export interface Synthesized {
  readonly chart: Chart;
  /** The text that `cdk8s synth` writes. */
  readonly yaml: string;
}

/** Names of the folders in examples/, sorted. */
export function exampleNames(): string[] {
  return readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

/** Absolute path of the committed manifest of an example. */
export function manifestPath(name: string): string {
  return join(EXAMPLES, name, 'manifests', `${name}.k8s.yaml`);
}

/**
 * Runs the chart of an example.
 *
 * @throws if the example has no chart, or its declaration is refused
 */
export function synthExample(name: string): Synthesized {
  const exported: any[] = Object.values(load(join(EXAMPLES, name, 'main')));
  const charts = exported.filter((value): value is ChartClass => typeof value === 'function' && Object.getPrototypeOf(value) === Chart);
  if (charts.length !== 1) throw new Error(`main.ts exports ${charts.length} charts; export one class that extends Chart`);
  const app = new App();
  const chart = new charts[0](app, name);
  return { chart, yaml: app.synthYaml() };
}

function main(check: boolean): number {
  const names = exampleNames();
  const refused: string[] = [];
  const differing: string[] = [];
  for (const name of names) {
    const file = manifestPath(name);
    const path = relative(ROOT, file);
    try {
      const { chart, yaml } = synthExample(name);
      console.log(`${IdentitySnapshot.of(chart).text}  ${path}\n`);
      if (existsSync(file) && readFileSync(file, 'utf8') === yaml) continue;
      differing.push(path);
      if (check) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, yaml);
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
