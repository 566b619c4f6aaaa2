import { existsSync, mkdirSync, readdirSync, rmSync } from 'fs';
import { basename, dirname, join } from 'path';

/**
 * Where a file is written first, so that one that was stopped does not look finished: beside its place, with the number of this process
 * behind its name. What processes have left that were killed is removed.
 */
export function unfinished(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  for (const name of readdirSync(dirname(file))) {
    const [, whole, pid] = /^(.+)\.(\d+)$/.exec(name) ?? [];
    if (whole === basename(file) && !existsSync(join('/proc', pid))) rmSync(join(dirname(file), name), { force: true });
  }
  return `${file}.${process.pid}`;
}
