import { disruptionBudgetSpec } from '../../src/manifests/disruption-budget';

const spec = (intent: object, replicas: number) => disruptionBudgetSpec({ intent, replicas, selector: {} });

test('percentages become the integers that the controller would compute', () => {
  expect([spec({ minAvailable: '51%' }, 3), spec({ maxUnavailable: '34%' }, 3)]).toEqual([{ minAvailable: 2, selector: {} }, { maxUnavailable: 2, selector: {} }]);
});

test('the bare majority and every member are computed from the replicas', () => {
  expect([spec({ majority: true }, 7).minAvailable, spec({ everyMember: true }, 7).minAvailable]).toEqual([4, 7]);
});

test('text that is no percentage stays, for the rules to refuse', () => {
  expect(spec({ maxUnavailable: 'half' }, 3)).toEqual({ maxUnavailable: 'half', selector: {} });
});
