import { afterChange, findings, sound } from './harness';
import { pdbApiVersion } from '../../src/rules/pdb-api-version';

test('the sound set passes', () => {
  expect(findings(pdbApiVersion, sound().objects)).toEqual([]);
});

const version = (apiVersion: any) => afterChange(pdbApiVersion, ({ budget }) => { budget.apiVersion = apiVersion; });

test('fails policy/v1beta1, which no supported API server knows', () => {
  const [finding, ...others] = version('policy/v1beta1');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'apiVersion', acknowledgeable: false });
  expect(finding.message).toContain('apiVersion is "policy/v1beta1"; no API server from 1.25 on knows that kind there');
});

test('fails a missing version, a version without a group and junk', () => {
  for (const given of [undefined, null, 'v1', 7, {}]) expect(version(given)).toHaveLength(1);
});

test('a kind of the same name in another API group passes', () => {
  expect(version('example.com/v1alpha1')).toEqual([]);
});
