import { afterChange, findings, sound } from './harness';
import { revisionHistoryZero } from '../../src/rules/revision-history-zero';

test('the sound set passes', () => {
  expect(findings(revisionHistoryZero, sound().objects)).toEqual([]);
});

test('fails a limit of 0, which leaves nothing to roll back to', () => {
  const [finding, ...others] = afterChange(revisionHistoryZero, ({ set }) => { set.spec.revisionHistoryLimit = 0; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', path: 'spec.revisionHistoryLimit', acknowledgeable: true });
  expect(finding.fix).toBe('write revisionHistoryLimit: 2 or more, or leave it out (10)');
});

test('1, a missing limit and null pass', () => {
  for (const limit of [1, undefined, null]) {
    expect(afterChange(revisionHistoryZero, ({ set }) => { set.spec.revisionHistoryLimit = limit; })).toEqual([]);
  }
});
