import { afterChange, findings, sound } from './harness';
import { pdbSelectorMatches } from '../../src/rules/pdb-selector-matches';
import { selectorMatchesTemplate } from '../../src/rules/selector-matches-template';
import { selectorValid } from '../../src/rules/selector-valid';

const WRONG = { matchExpressions: [{ key: 'app', operator: 'Equals', values: ['web'] }] };

test('the sound set passes', () => {
  expect(findings(selectorValid, sound().objects)).toEqual([]);
});

test('fails an operator that does not exist, in the selector of the set', () => {
  const [finding, ...others] = afterChange(selectorValid, ({ set }) => { set.spec.selector = WRONG; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'selector-valid', severity: 'error', path: 'spec.selector.matchExpressions[0].operator', kind: 'StatefulSet', acknowledgeable: false });
  expect(finding.message).toBe('operator "Equals" is none of In, NotIn, Exists and DoesNotExist; the API server refuses the set');
});

test('fails it in the selector of a budget, and a label that cannot exist in that of a Service', () => {
  expect(afterChange(selectorValid, ({ budget }) => { budget.spec.selector = WRONG; })).toMatchObject([{ kind: 'PodDisruptionBudget', acknowledgeable: false }]);
  expect(afterChange(selectorValid, ({ service }) => { service.spec.selector.tier = 'a b'; })).toMatchObject([{ kind: 'Service', path: 'spec.selector.tier' }]);
});

test('fails it in what spreads the pods, which an API server before 1.34 accepts with the set', () => {
  const spread = (minor: number) => afterChange(selectorValid, ({ pod }) => { pod.topologySpreadConstraints[0].labelSelector = WRONG; }, minor);
  expect(spread(28)).toMatchObject([{ path: 'spec.template.spec.topologySpreadConstraints[0].labelSelector.matchExpressions[0].operator', acknowledgeable: true }]);
  expect(spread(34)).toMatchObject([{ acknowledgeable: false }]);
});

test('what such a selector matches is no question of its own', () => {
  expect(afterChange(selectorMatchesTemplate, ({ set }) => { set.spec.selector = WRONG; })).toEqual([]);
  expect(afterChange(pdbSelectorMatches, ({ budget }) => { budget.spec.selector = WRONG; })).toEqual([]);
});

test('fails values that are no list, and an expression that is none', () => {
  expect(afterChange(selectorValid, ({ set }) => { set.spec.selector = { matchExpressions: [{ key: 'app', operator: 'In', values: 5 }, null] }; }).map(({ path }) => path)).toEqual([
    'spec.selector.matchExpressions[0].values', 'spec.selector.matchExpressions[1].key', 'spec.selector.matchExpressions[1].operator',
  ]);
});
