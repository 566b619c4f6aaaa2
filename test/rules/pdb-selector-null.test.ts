import { afterChange, findings, sound } from './harness';
import { pdbSelectorNull } from '../../src/rules/pdb-selector-null';

test('the sound set passes', () => {
  expect(findings(pdbSelectorNull, sound().objects)).toEqual([]);
});

const selector = (given: any) => afterChange(pdbSelectorNull, ({ budget }) => { budget.spec.selector = given; });

test('fails a missing selector, which selects no pod', () => {
  const [finding, ...others] = selector(undefined);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'spec.selector', acknowledgeable: true });
  expect(finding.message).toBe('the selector is missing, which selects no pod: the budget protects nothing');
  expect(finding.fix).toBe('copy the selector of StatefulSet "web": {"matchLabels":{"app":"web"}}');
});

test('fails null, text, a list and a budget without a spec', () => {
  for (const given of [null, 'app=web', []]) expect(selector(given)).toHaveLength(1);
  expect(afterChange(pdbSelectorNull, ({ budget }) => { delete budget.spec; })).toHaveLength(1);
});

test('an empty selector passes, as it selects everything', () => {
  expect(selector({})).toEqual([]);
});
