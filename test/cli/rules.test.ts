import { ran } from './terminal';

test('the rules are listed as text and as JSON', async () => {
  const { status, out } = await ran('rules');
  expect([status, out.split('\n').some((line) => /^pdb-quorum +error +/.test(line))]).toEqual([0, true]);
  expect(JSON.parse((await ran('rules --format json')).out).rules.length).toBeGreaterThan(100);
});

test('fails with 2 for a version or a format that is none', async () => {
  expect(await ran('rules --format yaml')).toMatchObject({ status: 2, out: '', err: expect.stringContaining('error: --format yaml is neither text nor json') });
  expect(await ran('rules --kubernetes-version 1')).toMatchObject({ status: 2, out: '' });
});
