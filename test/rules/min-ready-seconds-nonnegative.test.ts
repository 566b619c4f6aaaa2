import { afterChange, findings, sound } from './harness';
import { minReadySecondsNonnegative } from '../../src/rules/min-ready-seconds-nonnegative';

test('the sound set passes', () => {
  expect(findings(minReadySecondsNonnegative, sound().objects)).toEqual([]);
});

test('fails a negative number, which the API server refuses', () => {
  const [finding, ...others] = afterChange(minReadySecondsNonnegative, ({ set }) => { set.spec.minReadySeconds = -1; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.minReadySeconds', acknowledgeable: false });
  expect(finding.message).toBe('minReadySeconds is -1; the API server refuses a negative number');
});

test('0 and 10 pass', () => {
  for (const seconds of [0, 10, null]) {
    expect(afterChange(minReadySecondsNonnegative, ({ set }) => { set.spec.minReadySeconds = seconds; })).toEqual([]);
  }
});
