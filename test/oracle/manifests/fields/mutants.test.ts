import { chanceMistakes, eachMistake, withChanges, placesByField } from '../../../../oracle/manifests/fields/mutants';
import { randomOf } from '../../../../oracle/manifests/fields/random';

const set = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db', namespace: 'prod' }, spec: { replicas: 3 } };
const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db' }, spec: {} };

test('fields that a rule reads get a place where there is something around them, and the address gets none', () => {
  const places = placesByField(set, [['StatefulSet', 'spec', 'paused'], ['StatefulSet', 'spec', 'template', 'spec'], ['Service', 'spec', 'type']]);
  expect([...places.keys()]).toEqual([
    'StatefulSet.apiVersion', 'StatefulSet.kind', 'StatefulSet.metadata', 'StatefulSet.metadata.name', 'StatefulSet.spec', 'StatefulSet.spec.replicas', 'StatefulSet.spec.paused',
  ]);
});

test('every field of every object gets every mistake, one at a time', () => {
  const mutants = [...eachMistake([service, set], [])];
  const of = (what: string) => mutants.filter((mutant) => mutant.what === what);
  expect(of('StatefulSet db spec.replicas = "3"')).toMatchObject([{ changed: 1, fields: ['StatefulSet.spec.replicas'], objects: [service, { spec: { replicas: '3' } }] }]);
  expect(of('StatefulSet db spec.replicas = nothing')[0].objects[1]).toEqual({ ...set, spec: {} });
  expect(of('StatefulSet db spec.replicas = 3')).toEqual([]);
});

test('chance is the same for the same seed, and another for another', () => {
  const first = (seed: number) => Array.from({ length: 20 }, ((made) => () => made.next().value!.what)(chanceMistakes([service, set], randomOf(seed))));
  expect(first(1)).toEqual(first(1));
  expect(first(1)).not.toEqual(first(2));
});

test('without a change the set stays as it is', () => {
  expect(withChanges([service, set], 1, [])).toEqual({ objects: [service, set], changed: 1, fields: [], what: 'StatefulSet db as it is' });
});
