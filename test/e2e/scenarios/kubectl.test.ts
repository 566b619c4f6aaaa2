import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { waitFor } from '../../../e2e/process/wait';
import { CommandFailed, Kubectl } from '../../../e2e/scenarios/kubectl';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-kubectl-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program in the place of kubectl. */
function instead(script: string): Kubectl {
  const program = join(folder, `kubectl-${Math.random()}`);
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  return new Kubectl(program, 'config');
}

test('a command has the access of the file, and its output is the answer', async () => {
  expect(await instead('echo "$@"').run(['get', 'pods'])).toBe('--kubeconfig=config get pods\n');
});

test('a command reads what it is given', async () => {
  expect(await instead('cat').run(['apply'], 5, 'kind: Pod\n')).toBe('kind: Pod\n');
});

test('fails with what the command complains of', async () => {
  await expect(instead('echo no such pod >&2; exit 3').run(['get', 'pod'])).rejects.toThrow(new CommandFailed('kubectl get pod failed: no such pod'));
});

test('fails when the command does not end in time', async () => {
  await expect(instead('exec sleep 20').run(['drain', 'node-1'], 0.2)).rejects.toThrow('kubectl drain node-1 has not ended after 0.2 s');
});

test('a proxy is there when it has said where, and gone when it is stopped', async () => {
  const proxy = await instead('echo $$ > "$0.pid"; echo "Starting to serve on 127.0.0.1:4711"; exec sleep 20').proxy();
  expect(proxy.url).toBe('http://127.0.0.1:4711');
  proxy.stop();
});

test('fails when the proxy ends instead, and says why', async () => {
  await expect(instead('echo no such file >&2; exit 1').proxy()).rejects.toThrow('kubectl proxy ended with code 1');
});

test('lines are told as they come', async () => {
  const lines: string[] = [];
  const followed = instead('echo one; echo two; exec sleep 20').follow(['logs'], (line) => lines.push(line));
  await waitFor('two lines', 5, () => lines.length === 2);
  followed.stop();
  expect(lines).toEqual(['one', 'two']);
});
