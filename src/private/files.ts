import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'fs';
import { dirname, join, relative, resolve } from 'path';

/** Whether a path is a folder or lies in it. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || !(way === '..' || /^\.\.[\\/]/.test(way) || resolve(way) === way);
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (e) {
    // Another process may have been faster.
    if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e;
  }
}

/** Step by step: with `recursive`, Node.js tries for ever where a file system takes no folders, such as /proc. */
function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at);
  try {
    missing.forEach(makeOne);
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'ENOTDIR') throw e;
  }
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is a file, or lies below one`);
}

/** Writes all files of a folder, or none: each is complete under another name before the first takes its own. */
export function writeAll(folder: string, files: ReadonlyArray<{ readonly fileName: string; readonly text: string }>): string[] {
  makeFolder(folder);
  const planned = files.map(({ fileName, text }) => ({ path: join(folder, fileName), draft: join(folder, `.${fileName}.draft`), text }));
  try {
    for (const { draft, text } of planned) writeFileSync(draft, text);
    for (const { draft, path } of planned) renameSync(draft, path);
  } catch (e) {
    for (const { draft } of planned) rmSync(draft, { force: true });
    throw e;
  }
  return planned.map(({ path }) => path);
}
