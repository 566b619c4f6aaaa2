import { spawnSync } from 'child_process';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..', '..');

/** What a process says that does something for a while, and nothing else. */
function said(seconds: number): string {
  const source = `
    const { stillWorking } = require('./e2e/process/still-working');
    const work = stillWorking('building etcd', 1);
    require('child_process').spawnSync('sleep', ['${seconds}']);
    work.stop();`;
  const { stderr, status } = spawnSync(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', source], { cwd: ROOT, encoding: 'utf8' });
  expect(status).toBe(0);
  return stderr;
}

test('it says that something goes on while a program is waited for, and no more when that has ended', () => {
  expect(said(3)).toMatch(/^ {2}still building etcd, after 1 s\n {2}still building etcd, after 2 s\n/);
}, 30_000);

test('nothing is said of what is quick', () => {
  expect(said(0)).toBe('');
}, 30_000);
