import { afterChange, findings, sound } from './harness';
import { pdbOneField } from '../../src/rules/pdb-one-field';

test('the sound set passes', () => {
  expect(findings(pdbOneField, sound().objects)).toEqual([]);
});

const fields = (given: any) => afterChange(pdbOneField, ({ budget }) => { Object.assign(budget.spec, given); });

test('fails a budget with both fields, which the API server refuses', () => {
  const [finding, ...others] = fields({ minAvailable: 0 });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'spec', acknowledgeable: false });
  expect(finding.message).toBe('minAvailable is 0 and maxUnavailable is 1; the API server refuses a budget with both');
});

test('one field beside null passes', () => {
  expect(fields({ minAvailable: null })).toEqual([]);
  expect(fields({ minAvailable: 2, maxUnavailable: null })).toEqual([]);
});
