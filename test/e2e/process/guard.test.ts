import { spawn } from 'child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { waitFor } from '../../../e2e/process/wait';

const ROOT = join(__dirname, '..', '..', '..');
/** A controller of cgroup v1, which only root may make groups in. */
const CGROUPS = '/sys/fs/cgroup/memory';
const mayMakeCgroups = process.getuid?.() === 0 && existsSync(join(CGROUPS, 'cgroup.procs'));

/** A process that guards something and is killed. */
async function killed(guard: string): Promise<void> {
  const child = spawn(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', `${guard}; console.log('guarded'); setInterval(() => undefined, 1000);`], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
}

test('a folder is gone after its process, though something writes into it for a while', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-guard-'));
  const writer = spawn('sh', ['-c', 'n=0; while [ $n -lt 30 ]; do mkdir -p "$1/a/$n"; n=$((n+1)); sleep 0.1; done', 'writer', folder], { stdio: 'ignore' });
  const ended = new Promise((resolve) => writer.once('exit', resolve));
  await killed(`require('./e2e/process/guard').guardFolder(${JSON.stringify(folder)})`);
  await ended;
  await waitFor('the folder to be gone', 10, () => !existsSync(folder));
}, 40_000);

(mayMakeCgroups ? test : test.skip)('a cgroup is gone after its process, as soon as the last process of its own is', async () => {
  const name = `cdk8s-stateful-guard-${process.pid}`;
  mkdirSync(join(CGROUPS, name, 'pods'), { recursive: true });
  const sleeper = spawn('sleep', ['4'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => sleeper.once('exit', resolve));
  writeFileSync(join(CGROUPS, name, 'pods', 'cgroup.procs'), `${sleeper.pid}`);
  await killed(`require('./e2e/process/guard').guardCgroups(${JSON.stringify(name)})`);
  expect(existsSync(join(CGROUPS, name))).toBe(true);
  await ended;
  await waitFor('the cgroup to be gone', 10, () => !existsSync(join(CGROUPS, name)));
}, 40_000);
