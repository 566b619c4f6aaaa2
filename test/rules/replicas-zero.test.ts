import { afterChange } from './harness';
import { replicasZero } from '../../src/rules/replicas-zero';

test('any number of pods is accepted, and so is an absent one', () => {
  expect(afterChange(replicasZero, () => undefined)).toEqual([]);
  expect(afterChange(replicasZero, ({ set }) => { delete set.spec.replicas; })).toEqual([]);
});

test('fails a set of no pods with a warning', () => {
  expect(afterChange(replicasZero, ({ set }) => { set.spec.replicas = 0; })).toEqual([expect.objectContaining({
    severity: 'warning', path: 'spec.replicas', message: 'replicas is 0: no pod runs and no name resolves; existing claims stay',
  })]);
});
