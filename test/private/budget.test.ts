import { Disruption, Members, UnhealthyPodEviction } from '../../src';
import { budgetSpec } from '../../src/private/budget';

const selector = { matchLabels: { app: 'web' } };

test('without a wish one pod may be away, and a broken one always', () => {
  expect(budgetSpec({ selector, replicas: 3 })).toEqual({ maxUnavailable: 1, selector, unhealthyPodEvictionPolicy: 'AlwaysAllow' });
});

test('members that decide by majority keep an unready one while the budget is short, unless something else is said', () => {
  const members = Members.quorum();
  expect(budgetSpec({ selector, replicas: 3, members }).unhealthyPodEvictionPolicy).toBe('IfHealthyBudget');
  expect(budgetSpec({ selector, replicas: 3, members, unhealthyPodEviction: UnhealthyPodEviction.ALWAYS_ALLOW }).unhealthyPodEvictionPolicy).toBe('AlwaysAllow');
});

test('what a disruption means is counted in the pods that there are', () => {
  expect(budgetSpec({ selector, replicas: 5, disruption: Disruption.keepMajority() }).minAvailable).toBe(3);
  expect(budgetSpec({ selector, replicas: 5, disruption: Disruption.atMostPercent(50) }).maxUnavailable).toBe(3);
});
