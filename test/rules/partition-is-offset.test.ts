import { afterChange, findings, sound } from './harness';
import { partitionIsOffset } from '../../src/rules/partition-is-offset';

test('the sound set passes', () => {
  expect(findings(partitionIsOffset, sound().objects)).toEqual([]);
});

const partition = (value: number, start: number) => afterChange(partitionIsOffset, ({ set }) => {
  set.spec.updateStrategy.rollingUpdate = { partition: value };
  set.spec.ordinals = { start };
});

test('fails a partition written as an ordinal, which updates nothing', () => {
  const [finding, ...others] = partition(6, 5);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.updateStrategy.rollingUpdate.partition', acknowledgeable: true });
  expect(finding.message).toBe('partition is 6 with 3 replicas and ordinals from 5: it is an index and no ordinal, '
    + 'so it lies above every pod and nothing is ever updated');
  expect(finding.fix).toBe('write partition: 1 to update from web-6 on');
});

test('fails a partition that is above the last ordinal too', () => {
  expect(partition(9, 5)[0].fix).toBe('write an index from 0 (web-5) to 2 (web-7)');
});

test('an index below the replicas passes, and so does any partition of a set that starts at 0', () => {
  expect(partition(1, 5)).toEqual([]);
  expect(partition(2, 1)).toEqual([]);
  expect(partition(9, 0)).toEqual([]);
});
