import { afterChange, findings, sound } from './harness';
import { pdbNoProtection } from '../../src/rules/pdb-no-protection';

test('the sound set passes', () => {
  expect(findings(pdbNoProtection, sound().objects)).toEqual([]);
});

const budget = (given: any, replicas: any = 3, members = 'independent') => afterChange(pdbNoProtection, (s) => {
  delete s.budget.spec.maxUnavailable;
  Object.assign(s.budget.spec, given);
  s.set.spec.replicas = replicas;
  s.set.metadata.annotations = { 'cdk8s-stateful.dev/members': members };
});

test('fails a budget that lets every pod go', () => {
  const [finding, ...others] = budget({ minAvailable: 0 });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', kind: 'PodDisruptionBudget', path: 'spec.minAvailable', acknowledgeable: true });
  expect(finding.message).toBe('minAvailable is 0: all 3 pods may be evicted at once, so the budget protects nothing');
});

test('fails as many as there are replicas, more, 100% and what rounds up to all', () => {
  for (const maxUnavailable of [3, 9, '100%', '67%']) expect(budget({ maxUnavailable })).toHaveLength(1);
});

test('a budget that keeps one pod passes', () => {
  for (const given of [{ minAvailable: 1 }, { minAvailable: '1%' }, { maxUnavailable: 2 }, { maxUnavailable: '66%' }]) expect(budget(given)).toEqual([]);
});

test('a single replica and a quorum are left to their own rules', () => {
  expect(budget({ maxUnavailable: 1 }, 1)).toEqual([]);
  expect(budget({ maxUnavailable: '100%' }, 3, 'quorum')).toEqual([]);
});
