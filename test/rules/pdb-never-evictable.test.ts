import { afterChange, findings, sound } from './harness';
import { pdbNeverEvictable } from '../../src/rules/pdb-never-evictable';

test('the sound set passes', () => {
  expect(findings(pdbNeverEvictable, sound().objects)).toEqual([]);
});

const budget = (given: any, replicas: any = 3, members = 'independent') => afterChange(pdbNeverEvictable, (s) => {
  delete s.budget.spec.maxUnavailable;
  Object.assign(s.budget.spec, given);
  s.set.spec.replicas = replicas;
  s.set.metadata.annotations = { 'cdk8s-stateful.dev/members': members };
});

test('fails a budget that keeps every pod, which hangs node drains', () => {
  const [finding, ...others] = budget({ minAvailable: 3 });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'spec.minAvailable', acknowledgeable: true });
  expect(finding.message).toBe('minAvailable is 3: 3 of 3 pods must stay healthy, so no pod can ever be evicted; node drains and cluster autoscalers hang');
  expect(finding.fix).toBe('write maxUnavailable: 1 instead');
});

test('fails 99 of 3, 100%, 67% of 3, 51% of 2, and maxUnavailable 0 and 0%', () => {
  for (const given of [{ minAvailable: 99 }, { minAvailable: '100%' }, { minAvailable: '67%' }, { maxUnavailable: 0 }, { maxUnavailable: '0%' }]) {
    expect(budget(given)).toHaveLength(1);
  }
  expect(budget({ minAvailable: '51%' }, 2)).toHaveLength(1);
});

test('fails minAvailable 1 of a single replica, which is the default number of replicas', () => {
  expect(budget({ minAvailable: 1 }, null)).toHaveLength(1);
  expect(budget({ minAvailable: 1 }, 1)[0].fix).toBe('remove the budget, or write maxUnavailable: 1 and accept the outage');
});

test('fails a quorum with a fix that keeps its majority', () => {
  expect(budget({ minAvailable: 5 }, 5, 'quorum')[0].fix).toBe('write minAvailable: 3, or maxUnavailable: 1');
  expect(budget({ minAvailable: 2 }, 2, 'quorum')[0].fix).toContain('run 3 members with maxUnavailable: 1');
});

test('a budget that allows one eviction passes', () => {
  for (const given of [{ minAvailable: 2 }, { minAvailable: '66%' }, { maxUnavailable: '1%' }, { maxUnavailable: 3 }]) expect(budget(given)).toEqual([]);
});

test('no replicas, both fields, neither field and a malformed value are left to others', () => {
  expect(budget({ minAvailable: 3 }, 0)).toEqual([]);
  for (const given of [{ minAvailable: 3, maxUnavailable: 0 }, {}, { minAvailable: '3' }, { minAvailable: -1 }]) expect(budget(given)).toEqual([]);
});

test('the pods of two sets under one budget are counted together', () => {
  const both = (minAvailable: number) => afterChange(pdbNeverEvictable, (s) => {
    s.objects.push({ ...s.set, metadata: { name: 'other', namespace: 'prod' } });
    s.budget.spec = { selector: s.budget.spec.selector, minAvailable };
  });
  expect(both(3)).toEqual([]);
  expect(both(6)).toHaveLength(1);
});

test('the set can acknowledge it, as the budget is about the set', () => {
  expect(afterChange(pdbNeverEvictable, (s) => {
    s.budget.spec.maxUnavailable = 0;
    s.set.metadata.annotations = { 'cdk8s-stateful.dev/ignore': 'pdb-never-evictable: drained by hand' };
  })).toEqual([]);
});
