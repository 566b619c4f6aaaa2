import { execFileSync } from 'child_process';
import { createHash } from 'crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { imageArchive } from '../../../e2e/images/archive';
import { Image } from '../../../e2e/images/image';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-archive-'));
const before = process.env.XDG_CACHE_HOME;
beforeAll(() => {
  process.env.XDG_CACHE_HOME = join(folder, 'cache');
  mkdirSync(join(folder, 'tree', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'tree', 'deep', 'file'), 'inside\n');
});
afterAll(() => {
  if (before === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = before;
  rmSync(folder, { recursive: true });
});

const IMAGE: Image = {
  name: 'hello:1',
  programs: { '/bin/true': '/bin/true' },
  links: { '/bin/yes': 'true' },
  texts: { '/etc/hello': 'hi\n' },
  folders: { '/opt/tree': join(folder, 'tree') },
  entrypoint: ['/bin/true'],
};

function unpacked(archive: string): string {
  const target = mkdtempSync(join(folder, 'unpacked-'));
  execFileSync('tar', ['-xf', archive, '-C', target]);
  return target;
}

test('an archive holds one layer, a configuration with its digest, and the full name', () => {
  const target = unpacked(imageArchive(IMAGE));
  const [{ Config, RepoTags, Layers }] = JSON.parse(execFileSync('cat', [join(target, 'manifest.json')], { encoding: 'utf8' }));
  expect(RepoTags).toEqual(['docker.io/library/hello:1']);
  const config = execFileSync('cat', [join(target, Config)]);
  expect(Config).toBe(`${createHash('sha256').update(config).digest('hex')}.json`);
  const layer = execFileSync('cat', [join(target, Layers[0])], { maxBuffer: 1 << 28 });
  expect(JSON.parse(config.toString()).rootfs.diff_ids).toEqual([`sha256:${createHash('sha256').update(layer).digest('hex')}`]);
});

test('the layer holds programs, their libraries, links, texts and folders, all of root', () => {
  const target = unpacked(imageArchive(IMAGE));
  const list = execFileSync('tar', ['-tvf', join(target, 'layer.tar')], { encoding: 'utf8' });
  expect(list).toMatch(/^-rwxr-xr-x 0\/0 .* \.\/bin\/true$/m);
  expect(list).toMatch(/ \.\/lib\S*\/libc\.so\.6$/m);
  expect(list).toMatch(/^l.* \.\/bin\/yes -> true$/m);
  expect(list).toMatch(/^drwxrwxrwt 0\/0 .* \.\/tmp\/$/m);
  expect(execFileSync('tar', ['-xOf', join(target, 'layer.tar'), './etc/hello', './opt/tree/deep/file', './etc/passwd'], { encoding: 'utf8' }))
    .toContain('hi\n');
  expect(list).toContain('./opt/tree/deep/file');
  expect(list).toContain('./etc/passwd');
});

test('the same files give the same archive, which is made once', () => {
  const archive = imageArchive(IMAGE);
  const { mtimeMs } = statSync(archive);
  expect(imageArchive({ ...IMAGE })).toBe(archive);
  expect(statSync(archive).mtimeMs).toBe(mtimeMs);
});

test('another program, text or file of a folder gives another archive', () => {
  const archive = imageArchive(IMAGE);
  expect(imageArchive({ ...IMAGE, programs: { '/bin/true': '/bin/false' } })).not.toBe(archive);
  expect(imageArchive({ ...IMAGE, texts: { '/etc/hello': 'ho\n' } })).not.toBe(archive);
  writeFileSync(join(folder, 'tree', 'other'), 'more\n');
  expect(imageArchive(IMAGE)).not.toBe(archive);
});
