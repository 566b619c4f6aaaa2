import { labelFaults, selectorFaults } from '../../src/rules/selector-faults';

const expression = (given: object) => selectorFaults({ matchExpressions: [given] }).map(({ path, message }) => `${path.slice(2).join('.')}: ${message}`);

test('every operator passes with the values that it needs', () => {
  expect(selectorFaults({
    matchLabels: { 'app': 'web', 'example.com/tier': '' },
    matchExpressions: [
      { key: 'a', operator: 'In', values: ['x', ''] }, { key: 'a', operator: 'NotIn', values: ['x'] }, { key: 'a', operator: 'Exists' }, { key: 'a', operator: 'DoesNotExist', values: [] },
    ],
  })).toEqual([]);
});

test.each([
  [{ key: 'a', operator: 'in', values: ['x'] }, 'operator: operator "in" is none of In, NotIn, Exists and DoesNotExist'],
  [{ key: 'a', operator: 'Equals', values: ['x'] }, 'operator: operator "Equals" is none of In, NotIn, Exists and DoesNotExist'],
  [{ key: 'a', operator: 'In' }, 'values: operator In has no values'],
  [{ key: 'a', operator: 'NotIn', values: null }, 'values: operator NotIn has no values'],
  [{ key: 'a', operator: 'Exists', values: ['x'] }, 'values: operator Exists has the values ["x"]'],
  [{ key: 'a', operator: 'In', values: ['not a value'] }, 'values.0: "not a value" is no label value'],
  [{ operator: 'Exists' }, 'key: key nothing is no label key'],
])('fails %j', (given, message) => {
  expect(expression(given)).toEqual([message]);
});

test('fails a label that nothing can carry, and leaves what is no text alone', () => {
  expect(labelFaults({ 'app': 'a b', '-x': 'y', 'n': 5 }).map(({ path }) => path[0])).toEqual(['app', '-x']);
});

test.each([null, undefined, 5, [], { matchExpressions: 'x' }, { matchExpressions: [null] }])('%j does not throw', (given) => {
  expect(() => selectorFaults(given)).not.toThrow();
});
