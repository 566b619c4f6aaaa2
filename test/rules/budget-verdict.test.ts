import { sound } from './harness';
import { betterBudget, verdictOn } from '../../src/rules/budget-verdict';
import { budgetViews } from '../../src/rules/budget-view';
import { ObjectSet } from '../../src/rules/object-set';

function verdict(spec: any, replicas = 3, quorum = false) {
  const s = sound();
  s.set.spec.replicas = replicas;
  if (quorum) s.set.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum' };
  s.budget.spec = { selector: s.budget.spec.selector, ...spec };
  return verdictOn(budgetViews(new ObjectSet(s.objects))[0])!;
}

test.each([
  [{ maxUnavailable: 1 }, 3, false, 'fits'], [{ maxUnavailable: 0 }, 3, false, 'never'], [{ minAvailable: 3 }, 3, false, 'never'], [{ maxUnavailable: 1 }, 1, false, 'single'],
  [{ maxUnavailable: 3 }, 3, false, 'nothing'], [{ maxUnavailable: 2 }, 3, true, 'quorum'], [{ maxUnavailable: '34%' }, 3, true, 'quorum'], [{ maxUnavailable: 2 }, 5, true, 'fits'],
])('%j of %d members, a quorum: %s: %s', (spec, replicas, quorum, outcome) => {
  expect(verdict(spec, replicas, quorum).outcome).toBe(outcome);
});

test('numbers and words of the verdict are those of the budget', () => {
  expect(verdict({ minAvailable: '50%' })).toMatchObject({ pods: 3, desired: 2, allowed: 1, value: '50%', path: ['spec', 'minAvailable'], written: 'minAvailable is "50%"' });
});

test('what to write instead fits the set', () => {
  expect([
    betterBudget(verdict({ maxUnavailable: 1 }, 1)), betterBudget(verdict({ maxUnavailable: 0 })), betterBudget(verdict({ maxUnavailable: 2 }, 5, true)),
  ]).toEqual(['remove the budget, or write maxUnavailable: 1 and accept the outage', 'write maxUnavailable: 1 instead', 'write minAvailable: 3, or maxUnavailable: 1']);
  expect(betterBudget(verdict({ maxUnavailable: 1 }, 2, true))).toMatch(/^run 3 members with maxUnavailable: 1/);
});
