import { spawn } from 'child_process';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..', '..');

/** A process that takes its time to stop, and is asked to by signals. */
function asked(stop: string, signals: number): Promise<{ code: number | null; said: string }> {
  const source = `
    const { stopOnSignals } = require('./e2e/process/on-signal');
    stopOnSignals(() => ${stop});
    setInterval(() => undefined, 1000);
    console.log('ready');`;
  const child = spawn(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', source], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (text: string) => {
    said += text;
    if (text.includes('ready') || (text.includes('stopping') && signals > 1)) child.kill('SIGTERM');
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

test('a process that is asked to end stops in its own time, and tells by which signal', async () => {
  const { code, said } = await asked("new Promise((done) => setTimeout(() => { console.log('stopped'); done(); }, 100))", 1);
  expect({ code, said }).toEqual({ code: 143, said: 'ready\nSIGTERM: stopping\nstopped\n' });
}, 30_000);

test('a second signal does not wait for that', async () => {
  expect((await asked('new Promise(() => undefined)', 2)).code).toBe(143);
}, 30_000);

test('fails to stop, and ends all the same', async () => {
  const { code, said } = await asked("Promise.reject(new Error('a file is in use'))", 1);
  expect(code).toBe(143);
  expect(said).toContain('error: a file is in use');
}, 30_000);
