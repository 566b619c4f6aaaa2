import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { startTime } from '../../../e2e/cluster/cluster-state';
import { takeBackPolicy, writePolicy } from '../../../e2e/cluster/debian-packages';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-policy-'));
const policy = join(folder, 'policy-rc.d');
afterEach(() => rmSync(policy, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

/** As a process of this number would have left it. */
function leftBy(pid: number, since: string): void {
  writePolicy(policy);
  writeFileSync(policy, readFileSync(policy, 'utf8').replace(/: \d+ \d+$/m, `: ${pid} ${since}`));
}

test('what was there before comes back', () => {
  writeFileSync(policy, 'exit 0\n');
  writePolicy(policy);
  expect(readFileSync(policy, 'utf8')).toMatch(/^#!\/bin\/sh\n[^]*\nexit 101\n$/);
  takeBackPolicy(policy, process.pid);
  expect(readFileSync(policy, 'utf8')).toBe('exit 0\n');
});

test('what a killed run has left is taken away, and what was there before comes back', () => {
  leftBy(process.pid, '1');
  takeBackPolicy(policy);
  expect(existsSync(policy)).toBe(false);
  writeFileSync(policy, 'exit 0\n');
  leftBy(0x7fffffff, '1');
  takeBackPolicy(policy);
  expect(readFileSync(policy, 'utf8')).toBe('exit 0\n');
});

test('that of a run that installs at this moment stays, and so does one that is not ours', () => {
  leftBy(process.ppid, startTime(process.ppid)!);
  takeBackPolicy(policy, process.pid);
  expect(readFileSync(policy, 'utf8')).toContain('exit 101');
  writeFileSync(policy, 'exit 101\n');
  takeBackPolicy(policy);
  expect(readFileSync(policy, 'utf8')).toBe('exit 101\n');
});
