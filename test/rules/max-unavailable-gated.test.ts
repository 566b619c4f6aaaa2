import { afterChange, findings, sound } from './harness';
import { maxUnavailableGated } from '../../src/rules/max-unavailable-gated';

test('the sound set passes', () => {
  expect(findings(maxUnavailableGated, sound().objects)).toEqual([]);
});

const gated = (maxUnavailable: any, minor = 28, quorum = false) => afterChange(maxUnavailableGated, ({ set }) => {
  set.spec.updateStrategy.rollingUpdate = { maxUnavailable };
  if (quorum) set.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum' };
}, minor);

test('fails maxUnavailable where the API server drops it', () => {
  const [finding, ...others] = gated('50%');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', path: 'spec.updateStrategy.rollingUpdate.maxUnavailable', acknowledgeable: true });
  expect(finding.message).toBe('maxUnavailable is "50%", but the API server of 1.28 drops the field without a word unless the feature gate '
    + 'MaxUnavailableStatefulSet is on: the update takes one pod at a time');
});

test('fails it on 1.35, where patch releases differ, and on 1.36', () => {
  expect(gated(2, 35)[0].message).toContain('from 1.35.4 on the API server of 1.35 drops the field');
  expect(gated(2, 36)).toHaveLength(1);
});

test('Kubernetes 1.37 and a missing field pass', () => {
  expect(gated(2, 37)).toEqual([]);
  expect(gated(null)).toEqual([]);
});

test('a value that would take the quorum is left to its own rule', () => {
  expect(gated(2, 36, true)).toEqual([]);
  expect(gated(1, 36, true)).toHaveLength(1);
  expect(gated(2, 28, true)).toHaveLength(1);
});

test('a value that is none is left to its own rule', () => {
  expect([0, -1, '0%', '150%', 'x'].flatMap((value) => gated(value))).toEqual([]);
});
