import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, readFileSync, readdirSync, renameSync } from 'fs';
import { homedir } from 'os';
import { basename, join, resolve } from 'path';
import { unfinished } from './unfinished';
import { stillWorking } from '../process/still-working';

/** A program of a Go module that is pinned by a go.mod and go.sum of this repository. */
export interface GoProgram {
  /** Folder of go.mod, from the root of the repository: `e2e/go/etcd`. */
  readonly module: string;
  /** The main package; `.` is the module's own. */
  readonly package: string;
  /**
   * Values that the linker sets, by variable.
   *
   * @default - none
   */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * Name of the binary.
   *
   * @default - the last part of the package
   */
  readonly name?: string;
}

/** Seconds: the largest takes a tenth of it on two processors, and modules may have to be fetched first. */
const LIMIT = 3600;
const ROOT = resolve(__dirname, '..', '..');
const BUILD = ['build', '-p', '2', '-trimpath', '-buildvcs=false'];

/** Where everything that is slow to make outlives the checkout. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk8s-stateful');
}

/** Path of the program; built at the first call for these sources, flags and compiler, found again ever after. */
export function goBinary(program: GoProgram): string {
  const folder = join(ROOT, program.module);
  const flags = ['-ldflags', ['-s', '-w', ...Object.entries(program.variables ?? {}).map(([name, value]) => `-X ${name}=${value}`)].join(' ')];
  const name = program.name ?? basename(program.package === '.' ? program.module : program.package);
  const binary = join(cacheFolder(), 'bin', key(folder, [program.package, ...flags]), name);
  if (existsSync(binary)) return binary;
  console.error(`building ${name} (${program.module}), once for this machine; minutes for a large one`);
  const place = unfinished(binary);
  const work = stillWorking(`building ${name}`);
  try {
    go([...BUILD, ...flags, '-o', place, program.package], folder);
  } finally {
    work.stop();
  }
  renameSync(place, binary);
  return binary;
}

function key(folder: string, flags: readonly string[]): string {
  const hash = createHash('sha256').update(go(['version'], folder)).update(JSON.stringify(flags));
  for (const file of readdirSync(folder).sort()) {
    if (/^go\.(mod|sum)$|\.go$/.test(file)) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 20);
}

function go(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync('go', args, { cwd, encoding: 'utf8', env: { ...process.env, CGO_ENABLED: '0' }, maxBuffer: 1 << 28, timeout: LIMIT * 1000 });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT') throw new Error(`go ${args.join(' ')} in ${cwd} has not ended after ${LIMIT} s`);
  if (error) throw new Error(`Go is needed here and cannot be started: ${error.message}; install Go 1.26 or later`);
  if (status !== 0) throw new Error(`go ${args.join(' ')} in ${cwd} failed:\n${stderr}`);
  return stdout;
}
