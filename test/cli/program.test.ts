import { ran } from './terminal';
import { PLATFORMS } from '../../src/cluster-dns/platforms';

test.each(['corefile explain --help', 'corefile patch --help'])('%s names every platform, gives examples and tells the exit status', async (line) => {
  const { status, out, err } = await ran(line);
  expect([status, err]).toEqual([0, '']);
  for (const { id } of PLATFORMS) expect(out).toContain(`  ${id} `);
  expect(out).toContain('Examples:\n');
  expect(out).toContain('Exit status: 0 nothing to do or done, 1 refused, 2 input that cannot be used.');
});

test('the commands are told without arguments', async () => {
  expect(await ran('corefile')).toMatchObject({ status: 2, out: '', err: expect.stringContaining('explain') });
  expect(await ran('--help')).toMatchObject({ status: 0, out: expect.stringContaining('corefile') });
});

test('every command is listed, and help tells what each of them takes', async () => {
  const { out } = await ran('--help');
  expect([...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)).toEqual(['check', 'rules', 'corefile', 'help']);
  expect(await ran('help corefile')).toMatchObject({ status: 0, out: expect.stringMatching(/ explain .*\[file\][^]* patch /) });
  expect(await ran('check --help')).toMatchObject({ status: 0, out: expect.stringContaining('--closed-world') });
  expect(await ran('rules --help')).toMatchObject({ status: 0, out: expect.stringContaining('--kubernetes-version') });
  expect((await ran('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  ['check', 'error: nothing to check: name files, folders or globs, or - for stdin\n'],
  ['check --explain no-rule', 'error: there is no rule no-rule'],
  ['rules --format yaml', 'error: --format yaml is neither text nor json\n'],
  ['check --no-option', "error: unknown option '--no-option'\n"],
])('fails with 2 for %s, and says why', async (line, why) => {
  const { status, out, err } = await ran(line);
  expect([status, out]).toEqual([2, '']);
  expect(err.startsWith(why)).toBe(true);
});

test('fails with 2 for a command that is none', async () => {
  expect(await ran('corefile mend')).toMatchObject({ status: 2, out: '' });
});
