import { readFileSync } from 'fs';
import { join } from 'path';
import { clusterTables, LATER_FILE, nodesOf, readRun, tablesOf, withTables } from '../../scripts/cluster-table';

const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');
const result = (more: object = {}) => ({ scenario: 'start', law: 'pods start in order', passed: true, seconds: 8.2, tries: 1, measured: [], ...more });
const run = (...results: object[]) => ({
  date: '2026-01-02T03:04:05.000Z',
  versions: { kubernetes: 'v1.28.15', runtime: 'containerd://1.6.20', coreDns: '1.10.1', kernel: '6.1.0' },
  nodes: 3,
  machine: { node: 'v20', cpus: 2 },
  seconds: 9,
  left: [],
  results,
});
const written = (value: object) => JSON.stringify(value);

test('the guide has the tables of the committed runs, which ran every scenario: run scripts/cluster-table.ts', () => {
  const guide = read('docs/guides/real-cluster.md');
  expect(withTables(guide, tablesOf(read('docs/measured/cluster.json'), read(LATER_FILE)))).toBe(guide);
});

test('a row tells what was shown, and another one each number with what is promised', () => {
  const measured = [{ what: 'found', seconds: 0.31, most: 1 }, { what: 'not found', seconds: 29.7 }];
  expect(clusterTables(readRun(written(run(result(), result({ scenario: 'dns', law: 'names lead to pods', measured, tries: 2 }))), ['start', 'dns'])))
    .toBe(`- 2026-01-02: Kubernetes 1.28.15, 3 nodes, containerd 1.6.20, CoreDNS 1.10.1, Linux 6.1.0; 2 processors for all of it.

| scenario | what is shown | took on 1.28 |
|---|---|---|
| \`start\` | pods start in order | 9 s, 2026-01-02 03:04 |
| \`dns\` | names lead to pods | 9 s, 2026-01-02 03:04, second try |

| scenario | measured | seconds on 1.28 | promised |
|---|---|---|---|
| \`dns\` | found | 0.3 | ≤ 1 |
| \`dns\` | not found | 29.7 |  |
`);
});

test('a later version has a column of its own, with a dash where it has no number, and its real systems are named', () => {
  const dns = (...measured: object[]) => result({ scenario: 'dns', law: 'names lead to pods', measured });
  const first = run(dns({ what: 'found', seconds: 0.31, most: 1 }, { what: 'not found', seconds: 29.7 }));
  const later = {
    ...run({ ...dns({ what: 'as installed', seconds: 0.1, most: 1 }, { what: 'found', seconds: 0.5, most: 1 }), date: '2026-01-03T00:00:59.000Z' }, result({ scenario: 'redis', system: 'Redis' })),
    versions: { kubernetes: 'v1.34.12' },
    commit: '0123456789ab',
  };
  expect(clusterTables(readRun(written(first), ['dns']), readRun(written(later), ['dns'], ['redis'], LATER_FILE)))
    .toBe(`- 2026-01-02: Kubernetes 1.28.15, 3 nodes, containerd 1.6.20, CoreDNS 1.10.1, Linux 6.1.0; 2 processors for all of it.
- 2026-01-02: Kubernetes 1.34.12, 3 nodes; 2 processors for all of it; commit 0123456789ab.

| scenario | what is shown | took on 1.28 | 1.34 |
|---|---|---|---|
| \`dns\` | names lead to pods | 9 s, 2026-01-02 03:04 | 9 s, 2026-01-03 00:00 |

| scenario | measured | seconds on 1.28 | 1.34 | promised |
|---|---|---|---|---|
| \`dns\` | found | 0.3 | 0.5 | ≤ 1 |
| \`dns\` | not found | 29.7 | - |  |
| \`dns\` | as installed | - | 0.1 | ≤ 1 |

Of the [real systems](systems.md), these passed on 1.34 too: \`redis\`.
`);
});

test('a run of the later version that is older than a scenario leaves its cell to "not run", unless all are wanted', () => {
  const first = JSON.parse(read('docs/measured/cluster.json'));
  const later = JSON.parse(read(LATER_FILE));
  const [{ scenario }] = first.results;
  later.results = later.results.filter((each: { scenario: string }) => each.scenario !== scenario);
  const row = tablesOf(written(first), written(later), false).split('\n').find((line) => line.startsWith(`| \`${scenario}\` |`));
  expect(row).toMatch(/ \| not run \|$/);
  expect(() => tablesOf(written(first), written(later))).toThrow(`has no scenario ${scenario}`);
});

test('fails for a run of the later version that lacks a scenario, and names its file', () => {
  expect(() => readRun(written(run()), ['start'], [], LATER_FILE))
    .toThrow('docs/measured/cluster-1.34.json has no scenario start: write it anew by npm run test:e2e -- --kubernetes 1.34 --all');
});

test.each<[string, object, string]>([
  ['no run', {}, 'holds no run'],
  ['a run without a date', { ...run(result()), date: 'today' }, 'holds no run'],
  ['a scenario that failed', run(result({ passed: false })), 'holds a scenario that failed, start'],
  ['a part of the scenarios', run(), 'has no scenario start'],
  ['a scenario that was removed', run(result(), result({ scenario: 'old' })), 'has a scenario that there is not, old'],
])('fails for %s', (_, value, message) => expect(() => readRun(written(value), ['start'])).toThrow(message));

test('a run of several at once says so, and that each had its nodes', () => {
  expect(nodesOf(3, 1)).toBe('3 nodes');
  expect(nodesOf(3, 4)).toBe('3 nodes for each of 4 scenarios at once');
});

test('fails for a guide without a place', () => {
  expect(() => withTables('# Guide\n', '')).toThrow('write <!-- measured --> and <!-- /measured --> there');
});
