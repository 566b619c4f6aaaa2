import { afterChange, findings, sound } from './harness';
import { pdbSomeField } from '../../src/rules/pdb-some-field';

test('the sound set passes', () => {
  expect(findings(pdbSomeField, sound().objects)).toEqual([]);
});

test('fails a budget with neither field, which blocks every eviction', () => {
  const [finding, ...others] = afterChange(pdbSomeField, ({ budget }) => { delete budget.spec.maxUnavailable; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'spec', acknowledgeable: true });
  expect(finding.message).toContain('blocks every eviction for ever');
});

test('fails null values and a spec that is no object', () => {
  expect(afterChange(pdbSomeField, ({ budget }) => { budget.spec.maxUnavailable = null; })).toHaveLength(1);
  expect(afterChange(pdbSomeField, ({ budget }) => { budget.spec = 'none'; })).toHaveLength(1);
});

test('fails one that selects nothing for what comes once it does, since it blocks nothing until then', () => {
  const message = (selector: any) => afterChange(pdbSomeField, ({ budget }) => {
    delete budget.spec.maxUnavailable;
    budget.spec.selector = selector;
  }).map((finding) => finding.message);
  const later = 'neither minAvailable nor maxUnavailable is written: once the budget selects pods it blocks every eviction of them, and every node drain with it';
  for (const selector of [undefined, null, { matchLabels: { app: 'other' } }]) expect(message(selector)).toEqual([later]);
  const now = 'neither minAvailable nor maxUnavailable is written: the budget blocks every eviction for ever, and every node drain with it';
  for (const selector of [{}, { matchLabels: { app: 'web' } }]) expect(message(selector)).toEqual([now]);
});

test('a value of 0 passes, as it is a value', () => {
  expect(afterChange(pdbSomeField, ({ budget }) => { budget.spec.maxUnavailable = 0; })).toEqual([]);
});
