import { tolerated } from '../../src/identity/quorum';
import { allowedDisruptions, desiredHealthy, isBudgetValue } from '../../src/rules/budget-arithmetic';

/** What a budget does to a quorum of so many members. */
function effect(field: 'minAvailable' | 'maxUnavailable', value: unknown, members: number): string {
  const allowed = allowedDisruptions(desiredHealthy(field, value, members)!, members);
  if (allowed === 0) return 'blocks';
  if (members === 1) return 'outage';
  return allowed > tolerated(members) ? 'loses' : 'safe';
}

test.each([
  [1, 'outage', 'blocks', 'blocks', 'outage', 'outage', 'outage'],
  [2, 'loses', 'loses', 'blocks', 'loses', 'loses', 'loses'],
  [3, 'safe', 'safe', 'safe', 'safe', 'loses', 'loses'],
  [4, 'safe', 'loses', 'safe', 'loses', 'loses', 'loses'],
  [5, 'safe', 'safe', 'safe', 'safe', 'safe', 'loses'],
  [7, 'safe', 'safe', 'safe', 'safe', 'safe', 'loses'],
])('a quorum of %i members under maxUnavailable 1, minAvailable 50%% and 51%%, maxUnavailable 33%%, 34%% and 50%%', (members, ...expected) => {
  expect([
    effect('maxUnavailable', 1, members), effect('minAvailable', '50%', members), effect('minAvailable', '51%', members),
    effect('maxUnavailable', '33%', members), effect('maxUnavailable', '34%', members), effect('maxUnavailable', '50%', members),
  ]).toEqual(expected);
});

test.each([
  ['minAvailable', '50%', 2, 1], ['minAvailable', '50%', 3, 2], ['minAvailable', '50%', 5, 3], ['minAvailable', '51%', 3, 2],
  ['maxUnavailable', '50%', 3, 1], ['maxUnavailable', '50%', 1, 0], ['maxUnavailable', '33%', 3, 2], ['maxUnavailable', '34%', 3, 1],
  ['maxUnavailable', '1%', 3, 2], ['minAvailable', 99, 3, 99], ['maxUnavailable', 99, 3, 0],
] as const)('%s %s of %i pods keeps %i healthy', (field, value, pods, desired) => {
  expect(desiredHealthy(field, value, pods)).toBe(desired);
});

test('a budget never allows fewer than 0 evictions', () => {
  expect(allowedDisruptions(99, 3)).toBe(0);
});

test('integers from 0 on and percentages up to 100% are budget values', () => {
  for (const value of [0, 1, 2147483647, '0%', '33%', '100%', '007%']) expect(isBudgetValue(value)).toBe(true);
});

test('fails every other value', () => {
  for (const value of [-1, 1.5, 2147483648, NaN, '50', '101%', '1.5%', '-1%', '', '%', true, [], {}, null, undefined]) {
    expect(isBudgetValue(value)).toBe(false);
    expect(desiredHealthy('minAvailable', value, 3)).toBeUndefined();
  }
});
