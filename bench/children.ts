import { spawnSync } from 'child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { basename, join, resolve } from 'path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { Cell } from './cells';
import { PLACEHOLDER, rawSource } from './raw-source';
import { Sample } from './samples';

const ROOT = resolve(__dirname, '..');
const SOURCES = join(__dirname, 'workloads');
/** Inside node_modules, so that `require` finds the installed packages. */
const CHILDREN = join(ROOT, 'node_modules', '.cache', 'bench');

/** Compiles the children once, so that no compiler runs while they are measured. */
export function prepareChildren(): void {
  const library = resolve(ROOT, process.env.BENCH_LIB ?? 'lib');
  if (!existsSync(join(library, 'index.js'))) {
    throw new Error(`${join(library, 'index.js')} is missing: run \`npx projen compile\`, or name a compiled library in BENCH_LIB`);
  }
  rmSync(CHILDREN, { recursive: true, force: true });
  const linked = join(CHILDREN, 'node_modules', 'cdk8s-stateful');
  mkdirSync(linked, { recursive: true });
  writeFileSync(join(linked, 'index.js'), `module.exports = require(${JSON.stringify(library)});\n`);
  for (const file of readdirSync(SOURCES)) {
    const { outputText } = transpileModule(readFileSync(join(SOURCES, file), 'utf8'), {
      compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
    });
    writeFileSync(join(CHILDREN, `${basename(file, '.ts')}.js`), outputText);
  }
  writeFileSync(join(CHILDREN, 'raw.js'), rawSource(JSON.parse(child('template', PLACEHOLDER))));
}

/** Runs one variant in a process of its own. */
export function run(variant: string, cell: Cell): Sample {
  return rendering(variant, cell, () => undefined).sample;
}

/** The files that one variant renders, by name. */
export function render(variant: string, cell: Cell): Map<string, string> {
  return rendering(variant, cell, (outdir) => new Map(readdirSync(outdir).sort().map((file) => [file, readFileSync(join(outdir, file), 'utf8')]))).read;
}

function rendering<T>(variant: string, { count, layout }: Cell, read: (outdir: string) => T): { sample: Sample; read: T } {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-bench-'));
  try {
    const sample = JSON.parse(child(variant, String(count), layout, outdir));
    return { sample, read: read(outdir) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function child(name: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(CHILDREN, `${name}.js`), ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  // A warning would cost time that the other variants do not spend.
  if (stderr !== '') throw new Error(`${name} ${args.join(' ')} wrote to stderr: ${stderr}`);
  return stdout;
}
