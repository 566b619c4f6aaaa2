import { afterChange, findings, sound } from './harness';
import { ordinalsNonnegative } from '../../src/rules/ordinals-nonnegative';

test('numbers from zero on pass, and so do omitted ones', () => {
  expect(findings(ordinalsNonnegative, sound().objects)).toEqual([]);
  expect(afterChange(ordinalsNonnegative, ({ set }) => { set.spec.replicas = 0; set.spec.ordinals = { start: 0 }; })).toEqual([]);
  expect(afterChange(ordinalsNonnegative, ({ set }) => { delete set.spec.replicas; })).toEqual([]);
});

test('fails negative replicas, which the API server refuses', () => {
  const [finding, ...others] = afterChange(ordinalsNonnegative, ({ set }) => { set.spec.replicas = -1; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'ordinals-nonnegative', severity: 'error', path: 'spec.replicas', acknowledgeable: false });
  expect(finding.message).toBe('replicas is -1; the API server refuses a negative number');
});

test('fails a negative first ordinal', () => {
  expect(afterChange(ordinalsNonnegative, ({ set }) => { set.spec.ordinals = { start: -1 }; })).toMatchObject([{ path: 'spec.ordinals.start', fix: 'set ordinals.start to 0 or more' }]);
});

test('what is no number is not judged', () => {
  expect(afterChange(ordinalsNonnegative, ({ set }) => { set.spec.replicas = '-1'; set.spec.ordinals = [-1]; })).toEqual([]);
});
