/**
 * A user's own start, for real: the packed library in the app that `cdk8s init typescript-app` gives, installed with
 * npm and synthesized by cdk8s-cli. `main.ts` is the README's quick start, or the file named by USER_START_MAIN.
 *
 * `--keep` leaves the temporary directory in place.
 */
import { ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';

const ROOT = path.resolve(__dirname, '..');
const TEMPLATE = path.join(ROOT, 'node_modules/cdk8s-cli/templates/typescript-app');
const PLUS = 'cdk8s-plus-28';
const RULE = 'sts-name-max-52';
const DECLARATION = /(new (?:\w+\.)?StatefulWorkload\(\s*\w+,\s*)'([^']+)'/;
const TOO_LONG = 'a'.repeat(53);
/** Without it every synth asks a registry for a newer cdk8s-cli. */
export const NO_UPGRADE_CHECK = '--check-upgrade=false';
export const MINUTE = 60_000;

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

interface Quickstart {
  readonly source: string;
  /** Path of the construct: `chart/set`. */
  readonly chart: string;
  readonly set: string;
}

let running: ChildProcess | undefined;

export function killRunning(): void {
  try {
    // The whole group: npx and cdk8s-cli start processes of their own.
    if (running?.pid) process.kill(-running.pid, 'SIGKILL');
  } catch { /* already gone */ }
}

/** The variables of a user's shell: nothing of this repository reaches the app. */
function userEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(npm_(package|lifecycle|command|config_local_prefix)|INIT_CWD|TS_NODE_|CDK8S_|JSII_)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  const bins = (env.PATH ?? '').split(path.delimiter).filter((dir) => !dir.startsWith(ROOT + path.sep));
  return { ...env, PATH: bins.join(path.delimiter), CI: 'true', FORCE_COLOR: '0' };
}

export function run(cwd: string, command: string[], limit: number): Promise<Outcome> {
  console.log(`  $ ${command.join(' ')}`);
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), { cwd, env: userEnvironment(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const timer = setTimeout(() => {
      output += `\n(stopped after ${limit / 1000} s)`;
      killRunning();
    }, limit);
    running = child;
    child.stdout.on('data', (chunk) => output += chunk);
    child.stderr.on('data', (chunk) => output += chunk);
    child.once('error', (e) => { clearTimeout(timer); reject(e); });
    child.once('close', (code) => { clearTimeout(timer); running = undefined; resolve({ code, output }); });
  });
}

export async function succeed(cwd: string, command: string[], limit: number): Promise<string> {
  const { code, output } = await run(cwd, command, limit);
  expect(code === 0, `${command.join(' ')} exited with ${code}`, output);
  return output;
}

export function expect(condition: boolean, problem: string, output = ''): asserts condition {
  if (!condition) throw new Error(output ? `${problem}\n${output}` : problem);
}

function read(file: string): string {
  return fs.readFileSync(file, 'utf8');
}

function newest(dir: string): number {
  return Math.max(...fs.readdirSync(dir, { recursive: true }).map((file) => fs.statSync(path.join(dir, `${file}`)).mtimeMs));
}

export async function pack(work: string): Promise<string> {
  const built = ['.jsii', 'lib/index.js'].map((file) => path.join(ROOT, file));
  if (!built.every((file) => fs.existsSync(file) && fs.statSync(file).mtimeMs >= newest(path.join(ROOT, 'src')))) {
    await succeed(ROOT, ['npx', 'projen', 'compile'], 5 * MINUTE);
  }
  await succeed(ROOT, ['npm', 'pack', '--ignore-scripts', '--pack-destination', work], MINUTE);
  const tarball = fs.readdirSync(work).find((file) => file.endsWith('.tgz'));
  expect(tarball !== undefined, 'npm pack left no tarball');
  return path.join(work, tarball);
}

function quickstart(): Quickstart {
  const other = process.env.USER_START_MAIN;
  const source = other ? read(other) : /<!-- quick-start -->\s*```ts\n([\s\S]*?)```/.exec(read(path.join(ROOT, 'README.md')))?.[1];
  expect(source !== undefined, 'README.md has no ```ts block right after <!-- quick-start -->');
  const set = DECLARATION.exec(source)?.[2];
  const chart = /new \w+\(app, '([^']+)'/.exec(source)?.[1];
  expect(set !== undefined && chart !== undefined, 'the quick start declares no StatefulWorkload in a chart of `app`');
  return { source, chart, set };
}

/** What `cdk8s init` writes, with the versions of this repository and the cdk8s-plus line of our peer dependency. */
export function createApp(app: string, tarball: string): void {
  fs.mkdirSync(app);
  // main.test.ts stays behind: it asserts that the chart of the template is empty.
  for (const file of ['cdk8s.yaml', 'tsconfig.json', 'jest.config.js']) fs.copyFileSync(path.join(TEMPLATE, file), path.join(app, file));
  const manifest = JSON.parse(read(path.join(TEMPLATE, 'package.json')));
  const ours = JSON.parse(read(path.join(ROOT, 'package.json'))).devDependencies;
  const pinned = (name: string) => [name, ours[name]];
  manifest.name = 'user-start';
  manifest.dependencies = Object.fromEntries([...['cdk8s', PLUS, 'constructs'].map(pinned), ['cdk8s-stateful', `file:${tarball}`]]);
  manifest.devDependencies['cdk8s-cli'] = ours['cdk8s-cli'];
  fs.writeFileSync(path.join(app, 'package.json'), JSON.stringify(manifest, undefined, 2));
}

function manifestFiles(app: string): string[] {
  const dist = path.join(app, 'dist');
  return fs.existsSync(dist) ? fs.readdirSync(dist).filter((file) => file.endsWith('.k8s.yaml')).map((file) => path.join(dist, file)) : [];
}

function expectObjects(app: string, set: string): void {
  const objects: any[] = manifestFiles(app).flatMap((file) => parseAllDocuments(read(file)).map((document) => document.toJS()));
  const listed = objects.map((o) => `${o.kind}/${o.metadata.name}`).join(' ');
  console.log(`  ${listed}`);
  const find = (kind: string) => objects.find((o) => o.kind === kind && o.metadata.name === set);
  for (const kind of ['StatefulSet', 'Service', 'PodDisruptionBudget']) expect(find(kind), `no ${kind}/${set} among ${listed}`);
  expect(find('Service').spec.clusterIP === 'None', `Service/${set} is not headless`);
  expect(find('StatefulSet').spec.serviceName === set, `StatefulSet/${set} names another Service`);
}

async function synthValid(app: string, { source, set }: Quickstart): Promise<void> {
  fs.writeFileSync(path.join(app, 'main.ts'), source);
  await succeed(app, ['npx', 'cdk8s', 'synth', NO_UPGRADE_CHECK], 3 * MINUTE);
  expectObjects(app, set);
}

async function synthInvalid(app: string, { source, chart }: Quickstart): Promise<void> {
  const before = manifestFiles(app).length;
  fs.writeFileSync(path.join(app, 'main.ts'), source.replace(DECLARATION, `$1'${TOO_LONG}'`));
  const { code, output } = await run(app, ['npx', 'cdk8s', 'synth', NO_UPGRADE_CHECK], 3 * MINUTE);
  expect(code !== 0 && code !== null, `cdk8s synth exited with ${code}`, output);
  for (const text of [RULE, `[${chart}/${TOO_LONG}]`]) expect(output.includes(text), `the refusal does not name ${text}`, output);
  const line = output.split('\n').find((l) => l.includes(RULE));
  console.log(`  exit code ${code}; ${line?.trim()}`);
  const dist = path.join(app, 'dist');
  const now = fs.existsSync(dist) ? `dist/ holds ${fs.readdirSync(dist).length} files` : 'dist/ is gone';
  console.log(`  dist/ had ${before} manifests before the refusal; now ${now}`);
  expect(manifestFiles(app).length === 0, 'a refused synth left manifests in dist/');
}

/** Node reads the names that a module of the language asks for in the text of the package's entry point. */
async function importByName(app: string): Promise<void> {
  fs.writeFileSync(path.join(app, 'names.mjs'), "import { StatefulWorkload, ClaimTemplate } from 'cdk8s-stateful';\nconsole.log(StatefulWorkload.name, ClaimTemplate.name);\n");
  const output = await succeed(app, ['node', 'names.mjs'], MINUTE);
  expect(output.trim() === 'StatefulWorkload ClaimTemplate', 'the names are not those of the classes', output);
}

async function main(keep: boolean): Promise<number> {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'user-start-'));
  const app = path.join(work, 'app');
  const cleanUp = () => keep ? console.log(`kept ${work}`) : fs.rmSync(work, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { killRunning(); cleanUp(); process.exit(1); });

  let passed = 0;
  let failed = 0;
  const step = async <T>(title: string, action: () => Promise<T> | T): Promise<T | undefined> => {
    console.log(title);
    try {
      const result = await action();
      passed++;
      return result;
    } catch (e) {
      failed++;
      console.error(`FAILED: ${title}\n${(e as Error).message}`);
      return undefined;
    }
  };

  const start = await step('the quick start is there', quickstart);
  const tarball = start && await step('the package packs', () => pack(work));
  const installed = tarball && await step('npm installs it into a fresh app', async () => {
    createApp(app, tarball);
    return succeed(app, ['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline'], 5 * MINUTE);
  });
  if (start && installed !== undefined) {
    await step('cdk8s synth writes the set', () => synthValid(app, start));
    await step('the types fit the tsconfig of the template', () => succeed(app, ['npx', 'tsc', '--noEmit'], 3 * MINUTE));
    await step('a module of the language imports it by name', () => importByName(app));
    await step('cdk8s synth refuses a name that is too long', () => synthInvalid(app, start));
  }
  cleanUp();
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

if (require.main === module) void main(process.argv.includes('--keep')).then((code) => process.exitCode = code);
