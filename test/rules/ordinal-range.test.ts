import { sound } from './harness';
import { ObjectSet } from '../../src/rules/object-set';
import { ordinalRange } from '../../src/rules/ordinal-range';

function range(spec: any, annotations?: any) {
  const s = sound();
  Object.assign(s.set.spec, spec);
  s.set.metadata.annotations = annotations;
  return ordinalRange(new ObjectSet(s.objects).sets[0]);
}

test('ordinals run from the start, as many as there are replicas', () => {
  expect(range({ replicas: 3 })).toEqual({ first: 0, last: 2 });
  expect(range({ replicas: 3, ordinals: { start: 5 } })).toEqual({ first: 5, last: 7 });
});

test('a declared range counts with its most', () => {
  expect(range({ replicas: undefined }, { 'cdk8s-stateful.dev/replicas': '2-4' })).toEqual({ first: 0, last: 3 });
});

test('nobody can tell where the number is written nowhere, or the set is scaled to zero', () => {
  expect([range({ replicas: undefined }), range({ replicas: 0 })]).toEqual([undefined, undefined]);
});
