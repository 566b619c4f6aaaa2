import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { isWithin, writeAll } from '../../src/private/files';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder holds itself and what is below it', () => {
  expect([isWithin('dist', 'dist'), isWithin('dist', 'dist/a/b'), isWithin('dist', './x/../dist/a'), isWithin('dist', 'dist/..a')]).toEqual([true, true, true, true]);
  expect([isWithin('dist', 'dist2'), isWithin('dist', '.'), isWithin('dist', '..'), isWithin('/a/dist', '/a')]).toEqual([false, false, false, false]);
});

test('files are written into a folder that need not exist, over older ones', () => {
  const into = join(folder, 'new', 'one');
  expect(writeAll(into, [{ fileName: 'a', text: '1' }])).toEqual([join(into, 'a')]);
  writeAll(into, [{ fileName: 'a', text: '2' }, { fileName: 'b', text: '3' }]);
  expect(readdirSync(into).map((name) => readFileSync(join(into, name), 'utf8'))).toEqual(['2', '3']);
});

test('fails for a folder that is a file, or lies below one, and says so', () => {
  const file = join(writeAll(join(folder, 'plain'), [{ fileName: 'a', text: '1' }])[0]);
  for (const into of [file, join(file, 'b')]) expect(() => writeAll(into, [{ fileName: 'c', text: '2' }])).toThrow(`${into} is a file, or lies below one`);
});

const onLinux = process.platform === 'linux' ? test : test.skip;
onLinux('fails at once where the file system takes no folders', () => {
  for (const into of ['/proc/none', '/proc/none/below']) expect(() => writeAll(into, [{ fileName: 'a', text: '1' }])).toThrow('ENOENT: no such file or directory, mkdir \'/proc/none\'');
});

test('fails without a trace if one of them cannot be written', () => {
  const into = join(folder, 'blocked');
  mkdirSync(join(into, '.b.draft'), { recursive: true });
  expect(() => writeAll(into, [{ fileName: 'a', text: '1' }, { fileName: 'b', text: '2' }])).toThrow('EISDIR');
  expect(existsSync(join(into, 'a'))).toBe(false);
  expect(readdirSync(into).filter((name) => name !== '.b.draft')).toEqual([]);
});
