import { sound } from './harness';
import { claimOwners } from '../../src/rules/claim-names';
import { ObjectSet } from '../../src/rules/object-set';

const named = (name: string, claim: string, spec: any = {}) => {
  const { set } = sound();
  set.metadata.name = name;
  set.spec.volumeClaimTemplates[0].metadata.name = claim;
  Object.assign(set.spec, spec);
  return set;
};
const owners = (...sets: any[]) => [...claimOwners(new ObjectSet(sets))].map(([key, found]) => [key, ...found.map(({ set, claim, first, last }) => `${claim} of ${set.name}, ${first} to ${last}`)]);

test('two sets whose claims have one name stand under one key', () => {
  expect(owners(named('b', 'data-a'), named('a-b', 'data'))).toEqual([['prod/data-a-b', 'data-a of b, 0 to 2', 'data of a-b, 0 to 2']]);
});

test('a set that is scaled to zero still owns its first ordinal', () => {
  expect(owners(named('a', 'data', { replicas: 0, ordinals: { start: 4 } }))).toEqual([['prod/data-a', 'data of a, 4 to 4']]);
});

test('names that are missing own nothing', () => {
  expect(owners(named('', 'data'), named('a', ''))).toEqual([]);
});
