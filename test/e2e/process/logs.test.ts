import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { pruneLogs } from '../../../e2e/process/logs';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-logs-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the logs of the last runs stay, and those of older ones go, whatever they are called', () => {
  for (const [name, time] of [['z-first', 1000], ['b-third', 3000], ['a-second', 2000]] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'etcd.log'), 'text');
    utimesSync(join(folder, name), time, time);
  }
  pruneLogs(folder, 2);
  expect(readdirSync(folder).sort()).toEqual(['a-second', 'b-third']);
});

test('nothing is there to prune before the first run', () => {
  expect(() => pruneLogs(join(folder, 'nowhere'))).not.toThrow();
});
