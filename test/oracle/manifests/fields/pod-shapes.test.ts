import { withChanges } from '../../../../oracle/manifests/fields/mutants';
import { shapes, strictSet } from '../../../../oracle/manifests/fields/pod-shapes';

const { alone, together } = shapes();

test('the first shape is the strict set as it is', () => {
  expect(withChanges([strictSet('a')], 0, alone[0].changes).objects).toEqual([strictSet('a')]);
});

test('there are more shapes than checks have values, each another, and each changes a place of the pod template', () => {
  const made = alone.map(({ changes }) => JSON.stringify(changes, (_key, value) => value === undefined ? 'nothing' : value));
  expect(new Set(made.slice(0, 200)).size).toBe(200);
  for (const { changes } of alone) for (const { place } of changes) expect(place.slice(0, 2)).toEqual(['spec', 'template']);
});

test('two values that stand together are of two fields', () => {
  expect(together.length).toBeGreaterThan(1000);
  for (const { changes: [one, two] } of together) expect(one.place).not.toEqual(two.place);
});
