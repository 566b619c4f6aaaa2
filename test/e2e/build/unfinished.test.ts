import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { unfinished } from '../../../e2e/build/unfinished';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-unfinished-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** No process has this number: it is above the most that Linux gives. */
const NOBODY = 0x7fffffff;

test('what a killed process has left of a file is removed, and what belongs to others stays', () => {
  const stay = ['etcd', `etcd.${process.ppid}`, `etcdctl.${NOBODY}`, 'etcd.old'];
  for (const name of [...stay, `etcd.${NOBODY}`]) writeFileSync(join(folder, name), '');
  expect(unfinished(join(folder, 'etcd'))).toBe(join(folder, `etcd.${process.pid}`));
  expect(readdirSync(folder).sort()).toEqual([...stay].sort());
});

test('the folder of the file is made', () => {
  expect(unfinished(join(folder, 'deep', 'er', 'etcd'))).toBe(join(folder, 'deep', 'er', `etcd.${process.pid}`));
  expect(readdirSync(join(folder, 'deep'))).toEqual(['er']);
});
