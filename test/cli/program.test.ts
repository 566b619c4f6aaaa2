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

test('fails with 2 for a command that is none', async () => {
  expect(await ran('corefile mend')).toMatchObject({ status: 2, out: '' });
});
