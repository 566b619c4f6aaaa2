import { afterChange, findings, sound } from './harness';
import { revisionHistoryNonnegative } from '../../src/rules/revision-history-nonnegative';

test('the sound set passes', () => {
  expect(findings(revisionHistoryNonnegative, sound().objects)).toEqual([]);
});

test('fails a negative limit, which crashes the controller manager of 1.28', () => {
  const [finding, ...others] = afterChange(revisionHistoryNonnegative, ({ set }) => { set.spec.revisionHistoryLimit = -1; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.revisionHistoryLimit', acknowledgeable: true });
  expect(finding.message).toContain('crashes the kube-controller-manager of 1.28');
});

test('fails it on 1.36, where it keeps every revision', () => {
  expect(afterChange(revisionHistoryNonnegative, ({ set }) => { set.spec.revisionHistoryLimit = -1; }, 36)).toMatchObject([{
    message: 'revisionHistoryLimit is -1; every revision is kept for ever',
  }]);
});

test('0, 10 and junk pass', () => {
  for (const limit of [0, 10, null, '-1']) expect(afterChange(revisionHistoryNonnegative, ({ set }) => { set.spec.revisionHistoryLimit = limit; })).toEqual([]);
});
