import { Stats, lstatSync, readFileSync, readdirSync, realpathSync, statSync } from 'fs';
import { join } from 'path';
import picomatch from 'picomatch';
import { Attempt, attempt } from './attempt';

/** Something to read, or why it cannot be. */
export interface Input {
  /** As findings name it. */
  readonly file: string;
  readonly problem?: string;
  /** Absent for stdin. */
  readonly read?: () => Buffer;
}

/** The longest text that a process can hold, with room to work. */
const LARGEST = 400 * 1024 * 1024;
const MANIFEST = /\.([Yy][Aa]?[Mm][Ll]|[Jj][Ss][Oo][Nn])$|(^|[\\/])Kustomization$/;

/** What paths, folders and globs stand for: every file once, in the order of the arguments and of names. */
export function inputs(paths: readonly string[]): Input[] {
  const seen = new Set<string>();
  return paths.flatMap((path) => named(path)).filter(({ file, problem }) => {
    // What is gone by now cannot be read either, which is told then.
    const real = problem === undefined && file !== '-' ? attempt(() => realpathSync(file)).value ?? file : file;
    return seen.size !== seen.add(real).size;
  });
}

/** Everything that comes through stdin. */
export async function stdinText(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function named(path: string): Input[] {
  if (path === '-') return [{ file: '-' }];
  const { value: stats, problem } = statsOf(path);
  if (stats) return stats.isDirectory() ? folder(path) : [regular(path, stats)];
  if (/^https?:\/\//.test(path)) return [{ file: path, problem: 'this is an address, and nothing is read from the web; pipe it in: curl -fsS … | cdk8s-stateful check -' }];
  if (path.trim() === '') return [{ file: path, problem: 'the path is empty; a variable may hold nothing' }];
  return picomatch.scan(path).isGlob ? glob(path) : [{ file: path, problem: isLink(path) ? 'the link leads to no file' : problem }];
}

function isLink(path: string): boolean {
  return attempt(() => lstatSync(path).isSymbolicLink()).value === true;
}

function folder(path: string): Input[] {
  const found = [...walk(path, new Set())].filter(([name]) => MANIFEST.test(name)).flatMap(([name, stats]) => isManifest(name) ? [regular(name, stats)] : []);
  return found.length > 0 ? found : [{ file: path, problem: 'the folder holds no .yaml, .yml or .json file' }];
}

function glob(pattern: string): Input[] {
  const matches = picomatch(pattern.replace(/^\.\//, ''), { dot: false });
  const { base } = picomatch.scan(pattern);
  const found = [...walk(base || '.', new Set())].filter(([name]) => matches(name.replace(/^\.\//, ''))).map(([name, stats]) => regular(name, stats));
  if (found.length > 0) return found;
  return [{ file: pattern, problem: statsOf(base || '.').value ? 'the pattern matches no file' : `the pattern matches no file: there is no folder ${base}` }];
}

/** Regular files below a folder, by name; links are followed, and no folder is entered twice. */
function* walk(path: string, entered: Set<string>): Generator<[name: string, stats: Stats]> {
  const real = attempt(() => realpathSync(path)).value;
  if (real === undefined || entered.size === entered.add(real).size) return;
  for (const name of attempt(() => readdirSync(path)).value?.sort() ?? []) {
    // Hidden folders hold the affairs of tools, and so does this one.
    if (name.startsWith('.') || name === 'node_modules') continue;
    const below = join(path, name);
    const stats = statsOf(below).value;
    if (stats?.isDirectory()) yield* walk(below, entered);
    else if (stats?.isFile()) yield [below, stats];
  }
}

/** Much that ends in .json is no manifest, and some of it is not even JSON. */
function isManifest(name: string): boolean {
  if (!/\.json$/i.test(name)) return true;
  return attempt(() => readFileSync(name)).value?.includes('"kind"') ?? true;
}

function regular(name: string, stats: Stats): Input {
  if (stats.isFile() && stats.size > LARGEST) return { file: name, problem: `the file has ${stats.size} bytes, and ${LARGEST} can be read at once; split it` };
  return { file: name, read: () => readFileSync(name) };
}

function statsOf(path: string): Attempt<Stats> {
  return attempt(() => statSync(path));
}
