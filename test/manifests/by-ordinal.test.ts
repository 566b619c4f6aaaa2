import { execFileSync, spawnSync } from 'child_process';
import * as fc from 'fast-check';
import { byOrdinalCommand, shellWord } from '../../src/manifests/by-ordinal';

const run = (pod: string, args: string[] = []) => {
  const [shell, ...rest] = byOrdinalCommand('POD_NAME', [{ ordinal: 0, command: ['echo', 'master'] }, { ordinal: 10, command: ['echo', 'ten'] }], ['echo', 'replica of', 'it\'s $HOME']);
  return execFileSync(shell, [...rest, ...args], { env: { ...process.env, POD_NAME: pod }, encoding: 'utf8' }).trim();
};

test('a real shell runs the command of its own ordinal', () => {
  expect([run('redis-0'), run('redis-10'), run('redis-1'), run('my-set-0')]).toEqual(['master', 'ten', 'replica of it\'s $HOME', 'master']);
});

test('container args follow the chosen command', () => {
  expect(run('redis-0', ['--port', '1 2'])).toBe('master --port 1 2');
});

test('fails a pod without a command by name', () => {
  const [shell, ...rest] = byOrdinalCommand('POD_NAME', [{ ordinal: 0, command: ['true'] }], undefined);
  const { status, stderr } = spawnSync(shell, rest, { env: { ...process.env, POD_NAME: 'redis-1' }, encoding: 'utf8' });
  expect([status, stderr.trim()]).toEqual([64, 'no command for redis-1']);
});

test('any text is one word of a real shell', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((s) => !s.includes('\0')), { minLength: 1, maxLength: 20 }), (words) => {
    const out = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${words.map(shellWord).join(' ')}`], { encoding: 'utf8' });
    expect(out.split('\0').slice(0, -1)).toEqual(words);
  }), { numRuns: 30 });
});
