import { afterChange, findings, sound } from './harness';
import { pdbSelectorEmpty } from '../../src/rules/pdb-selector-empty';

test('the sound set passes', () => {
  expect(findings(pdbSelectorEmpty, sound().objects)).toEqual([]);
});

const selector = (given: any) => afterChange(pdbSelectorEmpty, ({ budget }) => { budget.spec.selector = given; });

test('fails an empty selector, which counts every pod of the namespace', () => {
  const [finding, ...others] = selector({});
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'spec.selector', acknowledgeable: true });
  expect(finding.message).toContain('selects every pod of the namespace');
  expect(finding.fix).toBe('copy the selector of the set, for StatefulSet "web" {"matchLabels":{"app":"web"}}');
});

test('fails a selector with empty parts', () => {
  for (const given of [{ matchLabels: {} }, { matchLabels: null, matchExpressions: [] }]) expect(selector(given)).toHaveLength(1);
});

test('an expression without labels passes, and so does a missing selector', () => {
  for (const given of [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }, null, undefined]) expect(selector(given)).toEqual([]);
});

test('an empty selector in a namespace without a set passes', () => {
  expect(afterChange(pdbSelectorEmpty, ({ budget }) => { budget.spec.selector = {}; budget.metadata.namespace = 'staging'; })).toEqual([]);
});
