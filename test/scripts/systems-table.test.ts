import { readFileSync } from 'fs';
import { join } from 'path';
import { Run } from '../../e2e/scenarios/result';
import { SYSTEMS } from '../../e2e/scenarios/systems';
import { readRun, systemsTable, withTable } from '../../scripts/systems-table';

const WANTED = ['etcd-quorum', 'etcd-drain'];
const RUN: Run = {
  date: '2026-11-27T09:10:11.000Z',
  versions: { kubernetes: 'v1.28.15', coreDns: '1.10.1' },
  nodes: 3,
  machine: { node: 'v20.16.0', cpus: 2 },
  seconds: 60,
  left: [],
  results: [
    {
      scenario: 'etcd-quorum',
      law: 'etcd works',
      passed: true,
      seconds: 50,
      tries: 1,
      system: 'etcd',
      programs: { etcd: '3.6.16' },
      shown: ['rendered', 'accepted', 'pods run', 'kill'],
      measured: [{ what: 'all 3 pods are ready', seconds: 12.5 }],
    },
    {
      scenario: 'etcd-drain',
      law: 'etcd is drained',
      passed: true,
      seconds: 50,
      tries: 1,
      system: 'etcd',
      programs: {},
      shown: ['pods run', 'drain'],
      measured: [{ what: 'without a leader', seconds: 1.5, most: 5 }],
      date: '2026-11-28T07:00:01.000Z',
    },
  ],
};

const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');

test('the guide has the table of the committed run: run scripts/systems-table.ts', () => {
  const guide = read('docs/guides/systems.md');
  const run = readRun(read('docs/measured/systems.json'), SYSTEMS.map(({ name }) => name));
  expect(withTable(guide, systemsTable(run))).toBe(guide);
});

test('a system has one row, and each of its cells names the scenarios that showed it', () => {
  expect(systemsTable(RUN).split('\n').slice(0, 5)).toEqual([
    'Run of 2026-11-27 to 2026-11-28 on 3 nodes: kubernetes 1.28.15, coreDns 1.10.1; 2 CPUs. A cell names all scenarios that showed it, a dash that none did; the second table says of each when it ran, of which sources, and with which versions.',
    '',
    '| system, and what ran | rendered | accepted | pods run | members see each other | kill | drain | rolling update | scale |',
    '|---|---|---|---|---|---|---|---|---|',
    '| **etcd**<br>etcd 3.6.16 | `etcd-quorum` | `etcd-quorum` | `etcd-quorum`<br>`etcd-drain` | - | `etcd-quorum` | `etcd-drain` | - | - |',
  ]);
});

test('a cell names all scenarios that showed it', () => {
  const results = ['a', 'b', 'c', 'd'].map((scenario) => ({ ...RUN.results[0], scenario }));
  expect(systemsTable({ ...RUN, results })).toContain('| **etcd**<br>etcd 3.6.16 | `a`<br>`b`<br>`c`<br>`d` | `a`<br>`b`<br>`c`<br>`d` |');
});

test('the order is that of the scenarios, whichever ran last', () => {
  expect(readRun(JSON.stringify({ ...RUN, results: [...RUN.results].reverse() }), WANTED).results.map(({ scenario }) => scenario)).toEqual(WANTED);
});

test('what was measured stands beside its scenario, with its bound, when and with what that ran, and how often it was tried', () => {
  expect(systemsTable(RUN)).toContain('| `etcd-drain` | 2026-11-28 07:00 | Kubernetes 1.28.15 | etcd is drained | without a leader: 1.5 s (at most 5) |');
  const results = [{ ...RUN.results[0], tries: 2, commit: '0123456789ab' }];
  expect(systemsTable({ ...RUN, results })).toContain('| `etcd-quorum` | 2026-11-27 09:10, second try<br>0123456789ab | Kubernetes 1.28.15, etcd 3.6.16 | etcd works |');
});

test('a system that did not run says why', () => {
  expect(systemsTable(RUN)).toMatch(/^\| Elasticsearch \| not run: .+ \| \| \| \| \| \| \| \|$/m);
});

test('a run that passed is read as it is', () => {
  expect(readRun(JSON.stringify(RUN), WANTED)).toEqual(RUN);
});

test.each<[string, object, string]>([
  ['is none', { results: undefined }, 'holds no run'],
  ['has no date', { date: 'yesterday' }, 'holds no run'],
  ['has a failed scenario', { results: [{ ...RUN.results[0], passed: false }] }, 'holds a scenario that failed, etcd-quorum'],
  ['has not all of them', { results: [RUN.results[0]] }, 'has no result of etcd-drain'],
  ['has a scenario of no system', { results: [RUN.results[1], { ...RUN.results[0], system: undefined }] }, 'holds a scenario of no system, etcd-quorum'],
  ['is empty', { results: [] }, 'has no result of etcd-quorum, etcd-drain'],
])('fails a run that %s', (_, change, message) => {
  expect(() => readRun(JSON.stringify({ ...RUN, ...change }), WANTED)).toThrow(message);
});

test('the table stands between its marks, and the rest of the guide stays', () => {
  expect(withTable('before\n<!-- measured -->\nold\n<!-- /measured -->\nafter\n', 'new\n')).toBe('before\n<!-- measured -->\nnew\n<!-- /measured -->\nafter\n');
});

test('fails a guide without marks', () => {
  expect(() => withTable('no marks', 'new\n')).toThrow('docs/guides/systems.md has no place for the table');
});
