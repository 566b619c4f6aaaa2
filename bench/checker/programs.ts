import { spawn } from 'child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { goBinary } from '../../e2e/build/go-binary';
import { KUBECONFORM, KUBE_SCORE } from '../../e2e/build/programs';

const ROOT = resolve(__dirname, '..', '..');
const OURS = join(ROOT, 'bin', 'cdk8s-stateful');

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
  const empty = join(ROOT, 'node_modules', '.cache', 'bench-checker', 'empty.js');
  mkdirSync(join(empty, '..'), { recursive: true });
  writeFileSync(empty, '');
  return { help: [process.execPath, OURS, '--help'], empty: [process.execPath, empty] };
}

export function requireCompiled(): void {
  if (!existsSync(join(ROOT, 'lib', 'cli', 'main.js'))) throw new Error('lib/cli/main.js is missing: run npx projen compile');
}

/** Runs a command to its end. Checkers end with 1 where they find something. */
export function measure([program, ...args]: readonly string[]): Promise<Sample> {
  return new Promise((succeed, fail) => {
    const started = process.hrtime.bigint();
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: ROOT });
    let memory = 0;
    const look = () => memory = Math.max(memory, peak(child.pid!));
    const watch = setInterval(look, 5);
    let stderr = '';
    child.stderr.on('data', (text) => stderr += text);
    child.once('error', fail);
    child.once('exit', (code) => {
      const wall = Number(process.hrtime.bigint() - started) / 1e6;
      clearInterval(watch);
      if (code === 0 || code === 1) succeed({ wall, memory });
      else fail(new Error(`${[program, ...args].join(' ')} ended with ${code}: ${stderr.slice(0, 500)}`));
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
