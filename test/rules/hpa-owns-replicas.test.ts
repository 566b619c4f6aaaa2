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

test('warns of replicas beside an autoscaler, whose pods run under either number', () => {
  expect(scaled((set) => { set.spec.replicas = 3; }).map((f) => f.severity)).toEqual(['warning']);
  expect(scaled((set) => { set.spec.replicas = 3; }).map((f) => f.message)).toEqual([
    'replicas is 3 and HorizontalPodAutoscaler "web" changes it: every apply of this manifest sets it back, which stops or starts members',
  ]);
});

test('fails replicas beside an autoscaler where members decide by majority, and where a construct declared the set', () => {
  const severity = (metadata: object) => scaled((set) => { set.spec.replicas = 3; Object.assign(set.metadata, metadata); }).map((f) => f.severity);
  expect(severity({ annotations: { 'cdk8s-stateful.dev/members': 'quorum' } })).toEqual(['error']);
  expect(severity({ labels: { 'app.kubernetes.io/managed-by': 'cdk8s' } })).toEqual(['error']);
  expect(severity({ labels: { 'app.kubernetes.io/managed-by': 'Helm' } })).toEqual(['warning']);
});

test('fails an autoscaler outside the declared range', () => {
  const found = scaled((set) => { set.metadata.annotations = { 'cdk8s-stateful.dev/replicas': '3-4' }; });
  expect(found.map((f) => f.severity)).toEqual(['error']);
  expect(found.map((f) => f.fix)).toEqual(['declare autoscale: { min: 3, max: 5 }, or keep the autoscaler within the range']);
});

test('fails an autoscaler on members that decide by majority, unless a range is declared', () => {
  const quorum = { 'cdk8s-stateful.dev/members': 'quorum' };
  expect(scaled((set) => { set.metadata.annotations = quorum; }).map((f) => f.severity)).toEqual(['error']);
  expect(scaled((set) => { set.metadata.annotations = { ...quorum, 'cdk8s-stateful.dev/replicas': '3-5' }; })).toEqual([]);
});
