import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { DEFAULT_TEXTS, EMPTY_FOLDERS, Image, WRITABLE_FOLDERS } from './image';
import { sharedLibraries } from './shared-libraries';

/** Writes the file system of an image into a folder. */
export function fillRootFolder(root: string, { programs, links = {}, texts = {}, folders = {} }: Image): void {
  for (const folder of [...EMPTY_FOLDERS, ...WRITABLE_FOLDERS]) mkdirSync(join(root, folder), { recursive: true });
  for (const folder of WRITABLE_FOLDERS) chmodSync(join(root, folder), 0o1777);
  for (const [place, program] of Object.entries(programs)) {
    copy(root, place, program);
    for (const library of sharedLibraries(program)) copy(root, library, library);
  }
  for (const [place, folder] of Object.entries(folders)) cpSync(folder, join(root, place), { recursive: true });
  for (const [place, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, place)), { recursive: true });
    symlinkSync(target, join(root, place));
  }
  for (const [place, text] of Object.entries({ ...DEFAULT_TEXTS, ...texts })) {
    mkdirSync(dirname(join(root, place)), { recursive: true });
    writeFileSync(join(root, place), text);
  }
}

/** A file behind all its links, which any user may run. */
function copy(root: string, place: string, file: string): void {
  const target = join(root, place);
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(realpathSync(file), target);
  chmodSync(target, 0o755);
}
