import { afterChange, findings, sound } from './harness';
import { pdbSingleReplica } from '../../src/rules/pdb-single-replica';

test('the sound set passes', () => {
  expect(findings(pdbSingleReplica, sound().objects)).toEqual([]);
});

const budget = (given: any, replicas: any = 3, members = 'independent') => afterChange(pdbSingleReplica, (s) => {
  delete s.budget.spec.maxUnavailable;
  Object.assign(s.budget.spec, given);
  s.set.spec.replicas = replicas;
  s.set.metadata.annotations = { 'cdk8s-stateful.dev/members': members };
});

test('fails a budget that allows the outage of the only pod', () => {
  const [finding, ...others] = budget({ maxUnavailable: 1 }, 1);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', kind: 'PodDisruptionBudget', path: 'spec.maxUnavailable', acknowledgeable: true });
  expect(finding.message).toBe('maxUnavailable is 1 for the only pod: the budget allows the outage, so a drain stops the set as it would without a budget');
});

test('fails any percentage and minAvailable 0, and the default of one replica', () => {
  expect(budget({ maxUnavailable: '1%' }, 1)).toHaveLength(1);
  expect(budget({ minAvailable: 0 }, 1)).toHaveLength(1);
  expect(budget({ maxUnavailable: 1 }, null)).toHaveLength(1);
});

test('a budget that blocks the drain is left to its own rule', () => {
  expect(budget({ minAvailable: 1 }, 1)).toEqual([]);
});

test('two replicas and none pass', () => {
  for (const replicas of [0, 2]) expect(budget({ maxUnavailable: 1 }, replicas)).toEqual([]);
});
