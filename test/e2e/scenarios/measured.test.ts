import { tmpdir } from 'os';
import { join } from 'path';
import { asText, bySystem, commitOf, isMeasured, writeTables } from '../../../e2e/scenarios/measured';
import { Run } from '../../../e2e/scenarios/result';

const result = (scenario: string, more: object = {}) => ({ scenario, law: 'pods start in order', passed: true, seconds: 8.2, tries: 1, measured: [], ...more });
const run = (...results: Run['results']): Run => ({
  date: '2026-01-02T03:04:05.000Z', versions: { kubernetes: 'v1.28.15' }, nodes: 3, atOnce: 2, machine: { node: 'v20', cpus: 2 }, seconds: 9, left: [], results,
});

test('small pods and real systems are told apart, and both parts say what ran', () => {
  const whole = run(result('start'), result('etcd', { system: 'etcd' }));
  const { cluster, systems } = bySystem(whole);
  expect(cluster).toEqual({ ...whole, results: [result('start')] });
  expect(systems).toEqual({ ...whole, results: [result('etcd', { system: 'etcd' })] });
});

test('a file ends with a line feed', () => {
  expect(asText(run())).toMatch(/^\{\n {2}"date": "2026-01-02T03:04:05\.000Z",\n[^]*\n\}\n$/);
});

test('fails for a run in which a scenario has failed, and for one of none: the tables stay', () => {
  for (const bad of [run(result('start', { passed: false })), run()]) {
    expect(() => writeTables(bad, '1.28')).toThrow('docs/measured stays as it was: only a run in which every scenario passed is written there');
  }
});

test('a file that tables are written from is known', () => {
  const root = join(__dirname, '..', '..', '..');
  expect(['docs/measured/systems.json', 'systems.json', 'docs/measured/older/systems.json'].map((file) => isMeasured(join(root, file)))).toEqual([true, false, false]);
});

test('the sources are told by their commit, and by nothing where there is no git', () => {
  expect(commitOf(tmpdir())).toBeUndefined();
  // A copy of the sources may be without git.
  const commit = commitOf();
  if (commit !== undefined) expect(commit).toMatch(/^[0-9a-f]{12,40}(-dirty)?$/);
});
