import { readFileSync } from 'fs';
import { join } from 'path';
import { measuredTable, readRun, withTable } from '../../scripts/dns-table';

const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');
const line = (more: object) => ({ text: 'k3s', coreDns: '1.15.0', fix: 'none', newName: 5.04, changedAddress: 4.96, bounds: '', others: 'kept', passed: true, ...more });
const run = (...results: object[]) => ({ date: '2026-01-02T03:04:05.000Z', kubernetes: 'v1.28.15', coreDns: ['1.15.0'], results });
const written = (value: object) => JSON.stringify(value);

test('the guide has the table of the committed run: run scripts/dns-table.ts', () => {
  const guide = read('docs/guides/cluster-dns.md');
  expect(withTable(guide, measuredTable(readRun(read('docs/measured/dns.json'))))).toBe(guide);
});

test('a row tells a fix and what was before it, and names no fix where there is only one line', () => {
  const table = measuredTable(readRun(written(run(
    line({}), line({ fix: 'denial 9984 1', newName: 0.98, others: 'not kept: outside denials' }), line({ fix: 'none, asked again', newName: 6 }),
    line({ text: 'Talos', newName: 0.02, changedAddress: 0.099 }),
    line({ text: 'example, before' }),
    line({ coreDns: '1.8.0', fix: 'disable', newName: undefined, changedAddress: undefined, others: '' }),
  ))));
  expect(table).toBe(`Kubernetes 1.28.15, 2026-01-02; seconds before → after:

| Corefile of | CoreDNS | what is done | new name | changed address | other names |
|---|---|---|---|---|---|
| k3s | 1.15.0 | denial 9984 1 | 5.0 → 1.0 | 5.0 → 5.0 | not kept: outside denials |
| k3s | 1.15.0 | nothing, asked again | 6.0 | 5.0 | kept |
| Talos | 1.15.0 | nothing | < 0.1 | < 0.1 | kept |
| k3s | 1.8.0 | disable | - | - | does not start |
`);
});

test.each<[string, object, string]>([
  ['no run', {}, 'holds no run'],
  ['a run without a date', { ...run(line({})), date: 'today' }, 'holds no run'],
  ['a case that failed', run(line({ passed: false })), 'holds a case that failed, k3s with none'],
  ['seconds that are none', run(line({ newName: '5' })), 'holds a line that is none'],
  ['seconds that nobody waits', run(line({ newName: 500 })), 'holds a line that is none'],
  ['a part of the cases', { ...run(line({})), coreDns: ['1.15.0', '1.8.0'] }, 'has no case of CoreDNS 1.8.0'],
  ['no case', { ...run(), coreDns: [] }, 'has no case of CoreDNS at all'],
])('fails for %s', (_, value, message) => expect(() => readRun(written(value))).toThrow(message));

test('fails for a guide without a place', () => {
  expect(() => withTable('# Guide\n', '')).toThrow('write <!-- measured --> and <!-- /measured --> there');
});
