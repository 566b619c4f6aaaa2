import { sound } from './harness';
import { ObjectSet } from '../../src/rules/object-set';
import { fewest, integer, most } from '../../src/rules/scale';

function counts(spec: any, annotations?: any, hpa?: any) {
  const s = sound();
  Object.assign(s.set.spec, spec);
  s.set.metadata.annotations = annotations;
  if (hpa) s.objects.push({ kind: 'HorizontalPodAutoscaler', metadata: { name: 'h', namespace: 'prod' }, spec: { ...hpa, scaleTargetRef: { kind: 'StatefulSet', name: 'web' } } });
  const [set] = new ObjectSet(s.objects).sets;
  return [fewest(set), most(set)];
}

test('the fewest and the most members are those of the autoscaler, of the declared range, or the replicas', () => {
  expect(counts({ replicas: 3 })).toEqual([3, 3]);
  expect(counts({ replicas: undefined })).toEqual([1, 1]);
  expect(counts({ replicas: undefined }, undefined, { minReplicas: 2, maxReplicas: 9 })).toEqual([2, 9]);
  expect(counts({ replicas: undefined }, undefined, { maxReplicas: 9 })).toEqual([1, 9]);
  expect(counts({ replicas: undefined }, { 'cdk8s-stateful.dev/replicas': '3-5' })).toEqual([3, 5]);
  expect(counts({ replicas: 3 }, undefined, { minReplicas: 'x', maxReplicas: 'y' })).toEqual([1, 3]);
});

test('an integer is one without quotes', () => {
  expect([integer(3), integer('3'), integer(1.5), integer(null)]).toEqual([3, undefined, undefined, undefined]);
});
