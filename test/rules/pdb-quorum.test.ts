import { afterChange, findings, sound } from './harness';
import { pdbQuorum } from '../../src/rules/pdb-quorum';

test('the sound set passes', () => {
  expect(findings(pdbQuorum, sound().objects)).toEqual([]);
});

const budget = (given: any, replicas: any = 3, members = 'independent') => afterChange(pdbQuorum, (s) => {
  delete s.budget.spec.maxUnavailable;
  Object.assign(s.budget.spec, given);
  s.set.spec.replicas = replicas;
  s.set.metadata.annotations = { 'cdk8s-stateful.dev/members': members };
});

const quorum = (given: any, replicas: any = 3) => budget(given, replicas, 'quorum');

test('fails a budget that lets two of three members go', () => {
  const [finding, ...others] = quorum({ maxUnavailable: '34%' });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'spec.maxUnavailable', acknowledgeable: true });
  expect(finding.message).toBe('maxUnavailable is "34%": 2 of 3 pods may be evicted at once, but the 3 members of StatefulSet "web" need 2 for their majority: '
    + 'a drain stops the quorum');
  expect(finding.fix).toBe('write minAvailable: 2, or maxUnavailable: 1');
});

test('fails half of four members in either field', () => {
  expect(quorum({ minAvailable: '50%' }, 4)).toHaveLength(1);
  expect(quorum({ maxUnavailable: 2 }, 4)).toHaveLength(1);
});

test('fails all members at once', () => {
  expect(quorum({ minAvailable: 0 })).toHaveLength(1);
});

test('fails every budget of two members that allows an eviction, and asks for a third member', () => {
  const [finding] = quorum({ maxUnavailable: 1 }, 2);
  expect(finding.fix).toBe('run 3 members with maxUnavailable: 1, as 2 members keep their majority only while nothing can be evicted; '
    + 'or choose explicitly and acknowledge it');
  expect(quorum({ minAvailable: 2 }, 2)).toEqual([]);
});

test('a budget that keeps the majority passes', () => {
  for (const given of [{ minAvailable: 2 }, { maxUnavailable: 1 }, { minAvailable: '51%' }, { maxUnavailable: '33%' }]) expect(quorum(given)).toEqual([]);
  expect(quorum({ maxUnavailable: 2 }, 5)).toEqual([]);
  expect(quorum({ maxUnavailable: '34%' }, 7)).toEqual([]);
});

test('a single member and members that form no quorum pass', () => {
  expect(quorum({ maxUnavailable: 1 }, 1)).toEqual([]);
  expect(budget({ maxUnavailable: 2 })).toEqual([]);
});

test('fails one budget over two quorums that lets all evictions hit one of them', () => {
  const both = (given: any) => afterChange(pdbQuorum, (s) => {
    s.set.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum' };
    s.objects.push({ ...s.set, metadata: { ...s.set.metadata, name: 'other' } });
    s.budget.spec = { selector: s.budget.spec.selector, ...given };
  });
  expect(both({ minAvailable: 4 })[0].fix).toBe('write maxUnavailable: 1 instead');
  expect(both({ minAvailable: 5 })).toEqual([]);
});
