import { db, rendered, ruleIds } from './support';
import { Disruption, Members, UnhealthyPodEviction } from '../src';

const budget = (disruption: Disruption | undefined, replicas = 5, more: any = {}) => {
  const { minAvailable, maxUnavailable } = rendered(db({ replicas, disruption, ...more }).chart)['PodDisruptionBudget/db']?.spec ?? {};
  return { minAvailable, maxUnavailable };
};

test.each([
  ['one at a time, unless something else is said', undefined, { maxUnavailable: 1 }],
  ['one at a time', Disruption.oneAtATime(), { maxUnavailable: 1 }],
  ['the bare majority of five', Disruption.keepMajority(), { minAvailable: 3 }],
  ['a number that stays', Disruption.keepAtLeast(4), { minAvailable: 4 }],
  ['a percentage that stays, rounded up', Disruption.keepAtLeastPercent(50), { minAvailable: 3 }],
  ['a number that may be away', Disruption.atMost(2), { maxUnavailable: 2 }],
  ['a percentage that may be away, rounded up', Disruption.atMostPercent(30), { maxUnavailable: 2 }],
  ['an outage', Disruption.allowOutage('a cache'), { maxUnavailable: 1 }],
  ['every member, so that nothing drains', Disruption.blockDrains('by hand'), { minAvailable: 5 }],
])('a budget in whole numbers: %s', (_, disruption, spec) => {
  expect(budget(disruption)).toEqual({ minAvailable: undefined, maxUnavailable: undefined, ...spec });
});

test('majorities are the smallest number above the half', () => {
  expect([3, 4, 5, 7].map((replicas) => budget(Disruption.keepMajority(), replicas).minAvailable)).toEqual([2, 3, 3, 4]);
});

test('no budget at all is a choice with a reason, which acknowledges its absence', () => {
  const { chart, workload } = db({ disruption: Disruption.none('the operator has one') });
  expect(Object.keys(rendered(chart))).toEqual(['Service/db', 'StatefulSet/db']);
  expect(rendered(chart)['StatefulSet/db'].metadata.annotations).toEqual({ 'cdk8s-stateful.dev/ignore': 'pdb-present: the operator has one' });
  expect(ruleIds(workload, 'warning')).toEqual([]);
});

test('fails drains that are blocked without a reason, and accepts them with one', () => {
  expect(ruleIds(db({ disruption: Disruption.keepAtLeast(3) }).workload)).toEqual(['pdb-never-evictable']);
  expect(ruleIds(db({ disruption: Disruption.blockDrains('by hand, on Mondays') }).workload)).toEqual([]);
});

test('fails a quorum of two without an explicit choice, and accepts the outage with a reason', () => {
  const members = Members.quorum();
  expect(ruleIds(db({ replicas: 2, members }).workload)).toContain('pdb-quorum');
  expect(ruleIds(db({ replicas: 2, members, disruption: Disruption.allowOutage('a test bed') }).workload)).not.toContain('pdb-quorum');
});

test('when an unready pod may be evicted is what the API calls it', () => {
  const policy = (unhealthyPodEviction: UnhealthyPodEviction) =>
    rendered(db({ unhealthyPodEviction }).chart)['PodDisruptionBudget/db'].spec.unhealthyPodEvictionPolicy;
  expect([policy(UnhealthyPodEviction.ALWAYS_ALLOW), policy(UnhealthyPodEviction.IF_HEALTHY_BUDGET)]).toEqual(['AlwaysAllow', 'IfHealthyBudget']);
});
