import { afterChange, findings, sound } from './harness';
import { pdbUnhealthyPolicy } from '../../src/rules/pdb-unhealthy-policy';

test('the sound set passes', () => {
  expect(findings(pdbUnhealthyPolicy, sound().objects)).toEqual([]);
});

test('fails a missing policy with an information, as the default may block drains', () => {
  const [finding, ...others] = afterChange(pdbUnhealthyPolicy, ({ budget }) => { delete budget.spec.unhealthyPodEvictionPolicy; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'info', kind: 'PodDisruptionBudget', path: 'spec.unhealthyPodEvictionPolicy', acknowledgeable: true });
  expect(finding.fix).toContain('AlwaysAllow');
});

test('the default passes when it is written', () => {
  expect(afterChange(pdbUnhealthyPolicy, ({ budget }) => { budget.spec.unhealthyPodEvictionPolicy = 'IfHealthyBudget'; })).toEqual([]);
});

test('a budget that selects no set passes', () => {
  expect(afterChange(pdbUnhealthyPolicy, ({ budget }) => { budget.spec = { selector: { matchLabels: { app: 'api' } }, maxUnavailable: 1 }; })).toEqual([]);
});
