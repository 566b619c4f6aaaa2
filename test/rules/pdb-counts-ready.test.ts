import { afterChange, findings, sound } from './harness';
import { pdbCountsReady } from '../../src/rules/pdb-counts-ready';

test('the sound set passes', () => {
  expect(findings(pdbCountsReady, sound().objects)).toEqual([]);
});

test('fails minReadySeconds under a budget with an information, as a drain does not wait for it', () => {
  const [finding, ...others] = afterChange(pdbCountsReady, ({ set }) => { set.spec.minReadySeconds = 30; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'info', kind: 'StatefulSet', path: 'spec.minReadySeconds', acknowledgeable: true });
  expect(finding.fix).toBe('let the readiness probe fail until the member has caught up');
});

test('fails once where two budgets select the set', () => {
  expect(afterChange(pdbCountsReady, ({ set, budget, objects }) => { set.spec.minReadySeconds = 30; objects.push(budget); })).toHaveLength(1);
});

test('0 seconds, junk and a set without a budget pass', () => {
  for (const seconds of [0, null, '30']) expect(afterChange(pdbCountsReady, ({ set }) => { set.spec.minReadySeconds = seconds; })).toEqual([]);
  expect(afterChange(pdbCountsReady, ({ set, objects }) => { set.spec.minReadySeconds = 30; objects.pop(); })).toEqual([]);
});
