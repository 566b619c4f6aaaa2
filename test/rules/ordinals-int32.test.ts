import { afterChange, findings, sound } from './harness';
import { ordinalsInt32 } from '../../src/rules/ordinals-int32';

const from = (start: unknown, replicas: number) => afterChange(ordinalsInt32, ({ set }) => {
  set.spec.ordinals = { start };
  set.spec.replicas = replicas;
});

test('ordinals up to 2147483647 pass', () => {
  expect(findings(ordinalsInt32, sound().objects)).toEqual([]);
  expect(from(2147483645, 3)).toEqual([]);
  expect(from(2147483647, 1)).toEqual([]);
});

test('fails ordinals above it, which the API server accepts and the controller cannot count', () => {
  const [finding, ...others] = from(2147483646, 3);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'ordinals-int32', severity: 'error', path: 'spec.ordinals.start', acknowledgeable: true });
  expect(finding.message).toContain('ordinals.start 2147483646 with 3 replicas ends at 2147483648; ordinals end at 2147483647');
  expect(finding.fix).toBe('set ordinals.start to 2147483645 or less');
});

test('a start that is no number is not judged', () => {
  expect(from('9999999999', 3)).toEqual([]);
  expect(from(1e300, 0)).toHaveLength(1);
});
