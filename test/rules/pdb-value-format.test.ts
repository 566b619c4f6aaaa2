import { afterChange, findings, sound } from './harness';
import { pdbValueFormat } from '../../src/rules/pdb-value-format';

test('the sound set passes', () => {
  expect(findings(pdbValueFormat, sound().objects)).toEqual([]);
});

const value = (maxUnavailable: any) => afterChange(pdbValueFormat, ({ budget }) => { budget.spec.maxUnavailable = maxUnavailable; });

test('fails a percentage above 100%, which the API server refuses', () => {
  const [finding, ...others] = value('101%');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'spec.maxUnavailable', acknowledgeable: false });
  expect(finding.message).toBe('maxUnavailable is "101%", neither an integer from 0 on nor a percentage from 0% to 100%; the API server refuses it');
  expect(finding.fix).toBe('write an integer without quotes, for example maxUnavailable: 1');
});

test('fails a number in quotes, a negative one, a fraction and junk', () => {
  for (const given of ['1', -1, 1.5, '1.5%', '', true, [], {}]) expect(value(given)).toHaveLength(1);
});

test('fails minAvailable on its own path', () => {
  expect(afterChange(pdbValueFormat, ({ budget }) => { budget.spec = { selector: budget.spec.selector, minAvailable: '50' }; })).toMatchObject([{ path: 'spec.minAvailable' }]);
});

test('integers, percentages and null pass', () => {
  for (const given of [0, 1, 99, '0%', '100%', null]) expect(value(given)).toEqual([]);
});
