import { afterChange, findings, sound } from './harness';
import { terminationGraceZero } from '../../src/rules/termination-grace-zero';

test('the sound set passes', () => {
  expect(findings(terminationGraceZero, sound().objects)).toEqual([]);
});

const grace = (seconds: any) => afterChange(terminationGraceZero, ({ pod }) => { pod.terminationGracePeriodSeconds = seconds; });

test('fails a grace period of 0, which lets two pods hold one identity', () => {
  const [finding, ...others] = grace(0);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.template.spec.terminationGracePeriodSeconds', acknowledgeable: true });
  expect(finding.message).toContain('two pods can hold one identity');
});

test('fails a negative one, which is treated as 1', () => {
  expect(grace(-5)[0].message).toBe('terminationGracePeriodSeconds is -5, which is treated as 1: the process is killed after one second');
});

test('1 second, a missing field and junk pass', () => {
  for (const seconds of [1, undefined, null, '0', {}]) expect(grace(seconds)).toEqual([]);
});
