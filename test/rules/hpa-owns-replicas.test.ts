import { afterChange } from './harness';
import { hpaOwnsReplicas } from '../../src/rules/hpa-owns-replicas';

const scaled = (change: (set: any) => void, spec: object = {}) => afterChange(hpaOwnsReplicas, ({ objects, set }) => {
  objects.push({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace: 'prod' },
    spec: { minReplicas: 3, maxReplicas: 5, scaleTargetRef: { kind: 'StatefulSet', name: 'web' }, ...spec },
  });
  delete set.spec.replicas;
  change(set);
});

test('a set without an autoscaler, or without replicas, is accepted', () => {
  expect(afterChange(hpaOwnsReplicas, () => undefined)).toEqual([]);
  expect(scaled(() => undefined)).toEqual([]);
  expect(scaled((set) => { set.metadata.annotations = { 'cdk8s-stateful.dev/replicas': '3-5' }; })).toEqual([]);
  expect(scaled((set) => { set.metadata.annotations = 7; }, { minReplicas: 'x' })).toEqual([]);
});

test('fails replicas beside an autoscaler', () => {
  expect(scaled((set) => { set.spec.replicas = 3; }).map((f) => f.message)).toEqual([
    'replicas is 3 and HorizontalPodAutoscaler "web" changes it: every apply of this manifest sets it back, which stops or starts members',
  ]);
});

test('fails an autoscaler outside the declared range', () => {
  const found = scaled((set) => { set.metadata.annotations = { 'cdk8s-stateful.dev/replicas': '3-4' }; });
  expect(found.map((f) => f.fix)).toEqual(['declare autoscale: { min: 3, max: 5 }, or keep the autoscaler within the range']);
});

test('fails an autoscaler on members that decide by majority, unless a range is declared', () => {
  const quorum = { 'cdk8s-stateful.dev/members': 'quorum' };
  expect(scaled((set) => { set.metadata.annotations = quorum; })).toHaveLength(1);
  expect(scaled((set) => { set.metadata.annotations = { ...quorum, 'cdk8s-stateful.dev/replicas': '3-5' }; })).toEqual([]);
});
