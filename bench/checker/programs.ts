import { spawn } from 'child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { goBinary } from '../../e2e/build/go-binary';
import { KUBECONFORM, KUBE_SCORE } from '../../e2e/build/programs';

const ROOT = resolve(__dirname, '..', '..');
const OURS = join(ROOT, 'bin', 'cdk8s-stateful');
const FOLDER = join(ROOT, 'node_modules', '.cache', 'bench-checker');

/** What one process took. */
export interface Sample {
  /** From start to end, in milliseconds. */
  readonly wall: number;
  /** Peak resident memory, in MiB. */
  readonly memory: number;
}

/** Command lines by name; `file` is where the manifests are. */
export function commands(file: string): Readonly<Record<'ours' | 'kube-score' | 'kubeconform', readonly string[]>> {
  return {
    'ours': [process.execPath, OURS, 'check', file, '--format', 'json'],
    'kube-score': [goBinary(KUBE_SCORE), 'score', file, '--output-format', 'json'],
    // Its schemas are on the web, and no measurement goes there: it splits and decodes, and validates nothing.
    'kubeconform': [goBinary(KUBECONFORM), '-ignore-missing-schemas', '-schema-location', join(ROOT, 'node_modules', '.cache', 'no-schemas', '{{.ResourceKind}}.json'), '-output', 'json', file],
  };
}

/** Help, and what a Node process costs that does nothing. */
export function starts(): Readonly<Record<'help' | 'empty', readonly string[]>> {
  const empty = join(FOLDER, 'empty.js');
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(empty, '');
  return { help: [process.execPath, OURS, '--help'], empty: [process.execPath, empty] };
}

export function requireCompiled(): void {
  if (!existsSync(join(ROOT, 'lib', 'cli', 'main.js'))) throw new Error('lib/cli/main.js is missing: run npx projen compile');
}

/** Runs a command to its end; a checker that writes no report has not checked. Checkers end with 1 where they find something. */
export function measure([program, ...args]: readonly string[], reports: boolean): Promise<Sample> {
  const output = join(FOLDER, `output-${process.pid}`);
  return new Promise((succeed, fail) => {
    // A file, which makes nobody wait: a pipe would measure its reader.
    const file = openSync(output, 'w');
    const started = process.hrtime.bigint();
    const child = spawn(program, args, { stdio: ['ignore', file, 'pipe'], cwd: ROOT });
    closeSync(file);
    let memory = 0;
    const look = () => memory = Math.max(memory, peak(child.pid!));
    const watch = setInterval(look, 5);
    let stderr = '';
    child.stderr!.on('data', (text) => stderr += text);
    child.once('error', fail);
    child.once('exit', (code) => {
      const wall = Number(process.hrtime.bigint() - started) / 1e6;
      clearInterval(watch);
      const written = statSync(output).size;
      rmSync(output);
      const command = [program, ...args].join(' ');
      if (code !== 0 && code !== 1) fail(new Error(`${command} ended with ${code}: ${stderr.slice(0, 500)}`));
      else if (reports && written === 0) fail(new Error(`${command} ended with ${code} and wrote nothing: ${stderr.slice(0, 500)}`));
      else succeed({ wall, memory });
    });
  });
}

/** High-water mark of a process that still runs, in MiB. */
function peak(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
