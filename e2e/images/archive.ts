import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Image, imageConfig, qualifiedName } from './image';
import { fillRootFolder } from './root-folder';
import { sharedLibraries } from './shared-libraries';
import { cacheFolder } from '../build/go-binary';
import { unfinished } from '../build/unfinished';
import { PrivateFolder } from '../process/private-folder';

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };
/** The same files give the same bytes. */
const SAME_BYTES = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];

/**
 * An archive that `docker load` and `ctr images import` read, made at the first call for these files and found again
 * ever after.
 *
 * @returns its path in the user's cache
 */
export function imageArchive(image: Image): string {
  const archive = join(cacheFolder(), 'images', `${keyOf(image)}.tar`);
  if (existsSync(archive)) return archive;
  const work = new PrivateFolder();
  try {
    writeArchive(work.path, image);
    const place = unfinished(archive);
    tar(['-cf', place, ...SAME_BYTES, '-C', work.file('archive'), '.']);
    renameSync(place, archive);
    return archive;
  } finally {
    work.remove();
  }
}

function writeArchive(work: string, image: Image): void {
  const [root, archive] = [join(work, 'root'), join(work, 'archive')];
  fillRootFolder(root, image);
  mkdirSync(archive);
  tar(['-cf', join(archive, 'layer.tar'), ...SAME_BYTES, '-C', root, '.']);
  const config = JSON.stringify(imageConfig(image, ARCHITECTURES[process.arch] ?? process.arch, digest(readFileSync(join(archive, 'layer.tar')))));
  const configFile = `${digest(config)}.json`;
  writeFileSync(join(archive, configFile), config);
  const manifest = [{ Config: configFile, RepoTags: [qualifiedName(image.name)], Layers: ['layer.tar'] }];
  writeFileSync(join(archive, 'manifest.json'), JSON.stringify(manifest));
}

/** What the image is made of: its description, and the bytes of its programs and their libraries. */
function keyOf(image: Image): string {
  const hash = createHash('sha256').update('1').update(JSON.stringify(image));
  for (const program of Object.values(image.programs)) {
    for (const file of [program, ...sharedLibraries(program)]) hash.update(readFileSync(file));
  }
  // Folders are large, and what fills them writes new files.
  for (const folder of Object.values(image.folders ?? {})) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const { size, mtimeMs } = lstatSync(join(folder, name));
      hash.update(`${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 20);
}

function digest(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function tar(args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('tar', args, { encoding: 'utf8' });
  if (error || status !== 0) throw new Error(`tar ${args.join(' ')}: ${error?.message ?? stderr}`);
}
