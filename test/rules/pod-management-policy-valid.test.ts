import { afterChange, findings, sound } from './harness';
import { podManagementPolicyValid } from '../../src/rules/pod-management-policy-valid';

test('the sound set passes', () => {
  expect(findings(podManagementPolicyValid, sound().objects)).toEqual([]);
});

test('a missing policy, an empty one and both known ones pass', () => {
  for (const policy of [undefined, null, '', 'OrderedReady', 'Parallel']) {
    expect(afterChange(podManagementPolicyValid, ({ set }) => { set.spec.podManagementPolicy = policy; })).toEqual([]);
  }
});

test('fails a policy that does not exist, which nothing can acknowledge as the API server refuses it', () => {
  const [finding, ...others] = afterChange(podManagementPolicyValid, ({ set }) => {
    set.spec.podManagementPolicy = 'Serial';
    set.metadata.annotations = { 'cdk8s-stateful.dev/ignore': 'pod-management-policy-valid: we want it' };
  });
  expect(others.map((f) => f.ruleId)).toEqual(['acknowledgement']);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.podManagementPolicy', acknowledgeable: false });
  expect(finding.message).toBe('podManagementPolicy is "Serial"; the API server refuses every value but OrderedReady and Parallel');
});
