import { afterChange, findings, sound } from './harness';
import { pdbUnhealthyPolicyValue } from '../../src/rules/pdb-unhealthy-policy-value';

test('the sound set passes', () => {
  expect(findings(pdbUnhealthyPolicyValue, sound().objects)).toEqual([]);
});

const policy = (unhealthyPodEvictionPolicy: any) => afterChange(pdbUnhealthyPolicyValue, ({ budget }) => {
  Object.assign(budget.spec, { unhealthyPodEvictionPolicy });
});

test('fails a policy that does not exist, which the API server refuses', () => {
  const [finding, ...others] = policy('Always');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'spec.unhealthyPodEvictionPolicy', acknowledgeable: false });
  expect(finding.message).toBe('unhealthyPodEvictionPolicy is "Always"; the API server refuses every value but IfHealthyBudget and AlwaysAllow');
});

test('fails junk', () => {
  for (const given of [1, {}, ['AlwaysAllow']]) expect(policy(given)).toHaveLength(1);
});

test('both policies, null and a missing field pass', () => {
  for (const given of ['IfHealthyBudget', 'AlwaysAllow', null, undefined]) expect(policy(given)).toEqual([]);
});
