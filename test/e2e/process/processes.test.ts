import { spawn } from 'child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Processes } from '../../../e2e/process/processes';
import { waitFor } from '../../../e2e/process/wait';

const folders: string[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-test-'));
  folders.push(made);
  return made;
}

afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true, force: true })));

/** Whether a process runs; one that only waits to be reaped does not. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** A shell that writes its id and that of a child which it leaves running. */
const FAMILY = 'sleep 300 & echo $$ $!; wait';

/** Runs a script that starts a family, tells the ids and its private folder, and then goes on as given. */
function script(then: string): Promise<{ pids: number[]; own: string; parent: number; code: number | null; signal: string | null; ended: Promise<void> }> {
  const source = `
    const { PrivateFolder } = require('./e2e/process/private-folder');
    const { Processes } = require('./e2e/process/processes');
    const { exitOnSignals } = require('./e2e/process/on-signal');
    const { readFileSync } = require('fs');
    exitOnSignals();
    const own = new PrivateFolder();
    const processes = new Processes(own.path);
    processes.start('family', 'sh', ['-c', ${JSON.stringify(FAMILY)}]);
    const look = setInterval(() => {
      const ids = readFileSync(own.file('logs', 'family.log'), 'utf8').trim();
      if (!/ /.test(ids)) return;
      clearInterval(look);
      process.stdout.write(own.path + ' ' + ids + '\\n', () => { ${then} });
    }, 20);`;
  const root = join(__dirname, '..', '..', '..');
  const child = spawn(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', source], {
    cwd: root, env: { ...process.env, TS_NODE_PROJECT: join(root, 'e2e', 'tsconfig.json') }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    let complained = '';
    const result = { pids: [] as number[], own: '', parent: child.pid!, code: null as number | null, signal: null as string | null, ended: Promise.resolve() };
    result.ended = new Promise((over) => child.once('exit', (code, signal) => {
      Object.assign(result, { code, signal });
      over();
    }));
    child.stderr.on('data', (text) => { complained += text; });
    child.stdout.on('data', (text) => {
      said += text;
      const [own, ...pids] = said.trim().split(' ');
      if (!said.endsWith('\n')) return;
      resolve(Object.assign(result, { own, pids: pids.map(Number) }));
    });
    void result.ended.then(() => reject(new Error(`the script ended with code ${result.code}:\n${complained}`)));
  });
}

const GO_ON = 'setInterval(() => undefined, 1000);';

/** Process groups and /proc are Linux's, as the runs themselves are. */
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('what a run has started is ended, children of children too, and its folder is gone', () => {
  test.each<[string, string, NodeJS.Signals | undefined, number | null]>([
    ['when the script ends', 'process.exit(0);', undefined, 0],
    ['when nobody catches an error', "throw new Error('on purpose');", undefined, 1],
    ['when nobody catches a rejection', "Promise.reject(new Error('on purpose'));", undefined, 1],
    ['by Ctrl-C', GO_ON, 'SIGINT', 130],
    ['by SIGTERM', GO_ON, 'SIGTERM', 143],
    ['when the terminal is closed', GO_ON, 'SIGHUP', 129],
    ['when the script itself is killed', GO_ON, 'SIGKILL', null],
  ])('%s', async (_, then, signal, code) => {
    const run = await script(then);
    expect(run.pids).toHaveLength(2);
    if (signal) {
      expect(run.pids.map(runs)).toEqual([true, true]);
      process.kill(run.parent, signal);
    }
    await run.ended;
    expect(run.code).toBe(code);
    await waitFor('the family to end', 10, () => run.pids.every((pid) => !runs(pid)));
    await waitFor('the folder to be gone', 10, () => !existsSync(run.own));
  }, 30_000);
});

onLinux('a program', () => {
  const start = (shell: string, graceSeconds?: number) => {
    const own = folder();
    const processes = new Processes(own);
    return { own, processes, program: processes.start('shell', 'sh', ['-c', shell], { graceSeconds }) };
  };

  test('keeps what it writes in a file of its own', async () => {
    const { own, processes, program } = start('echo out; echo err >&2');
    await program.ended;
    await processes.stop();
    expect(readdirSync(join(own, 'logs'))).toEqual(['shell.log']);
    expect(program.lastLines).toBe('  out\n  err');
  });

  test('fails with the end of its log once it has ended', async () => {
    const { program } = start('for n in $(seq 40); do echo line $n; done; exit 3');
    expect(() => program.check()).not.toThrow();
    await program.ended;
    expect(() => program.check()).toThrow(/^shell ended with code 3; the end of its log:\n {2}line 16\n[^]* {2}line 40$/);
  });

  test('fails by its name if it is not there', async () => {
    const program = new Processes(folder()).start('nothing', 'no-such-program', []);
    await program.ended;
    expect(() => program.check()).toThrow('nothing cannot be started: spawn no-such-program ENOENT');
  });

  test('is killed if it does not end by itself in time', async () => {
    const { processes, program } = start("trap 'echo asked' TERM; echo ready; while :; do sleep 0.05; done", 0.5);
    await waitFor('the trap', 5, () => program.lastLines.includes('ready'));
    const from = performance.now();
    await processes.stop();
    expect(performance.now() - from).toBeGreaterThan(490);
    expect(() => program.check()).toThrow(/^shell was ended by SIGKILL; [^]*asked$/);
  });

  test('is killed at once if it is given no time', async () => {
    const { processes, program } = start("trap 'echo asked' TERM; echo ready; while :; do sleep 0.05; done", 0);
    await waitFor('the trap', 5, () => program.lastLines.includes('ready'));
    await processes.stop();
    expect(() => program.check()).toThrow(/^shell was ended by SIGKILL; [^]*ready$/);
  });

  test('takes its children with it when it is stopped', async () => {
    const { processes, program } = start(FAMILY);
    await waitFor('the family', 5, () => / \d/.test(program.lastLines.trim()));
    const pids = program.lastLines.trim().split(' ').map(Number);
    await processes.stop();
    await waitFor('the child to end', 5, () => pids.every((pid) => !runs(pid)));
  });

  test('tells what it writes to its standard output, to the last word, and keeps it', async () => {
    let said = '';
    const program = new Processes(folder()).start('shell', 'sh', ['-c', 'seq 5000; echo end; echo err >&2'], { onStdout: (text) => { said += text; } });
    await program.ended;
    expect(said.split('\n').slice(-3)).toEqual(['5000', 'end', '']);
    expect(program.log.split('\n').sort()).toEqual([...said.split('\n'), 'err'].sort());
  });

  test('is spoken to, and its answers fill no log', async () => {
    let said = '';
    const processes = new Processes(folder());
    const program = processes.start('cat', 'cat', [], { dialogue: true, onStdout: (text) => { said += text; } });
    program.write('hello\n');
    await waitFor('the echo', 5, () => said === 'hello\n');
    await processes.stop();
    expect(program.log).toBe('');
    expect(program.error!.message).toMatch(/^cat was ended by SIGTERM/);
  });

  test('sees the environment that it is given, and no other', async () => {
    const program = new Processes(folder()).start('env', '/usr/bin/env', [], { env: { ONE: '1' } });
    await program.ended;
    expect(program.log).toBe('ONE=1\n');
  });
});
