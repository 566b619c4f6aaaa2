import { afterChange, findings, sound } from './harness';
import { partitionBelowReplicas } from '../../src/rules/partition-below-replicas';

test('the sound set passes', () => {
  expect(findings(partitionBelowReplicas, sound().objects)).toEqual([]);
});

const partition = (value: any, change: (s: any) => void = () => {}) => afterChange(partitionBelowReplicas, (s) => {
  s.set.spec.updateStrategy.rollingUpdate = { partition: value };
  change(s);
});

test('fails a partition as large as the number of replicas, which updates no pod', () => {
  const [finding, ...others] = partition(3);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', path: 'spec.updateStrategy.rollingUpdate.partition', acknowledgeable: true });
  expect(finding.message).toBe('partition is 3 with 3 replicas: no pod is ever updated, and a deleted pod comes back on the old revision');
  expect(finding.fix).toBe('write partition: 2 to update the last pod only, and partition: 0 to update all');
});

test('a partition below the replicas, a set of 0 replicas and junk pass', () => {
  for (const value of [0, 2, null, '3', 2.5]) expect(partition(value)).toEqual([]);
  expect(partition(0, ({ set }) => { set.spec.replicas = 0; })).toEqual([]);
  expect(partition(9, ({ set }) => { set.spec.updateStrategy.type = 'OnDelete'; })).toEqual([]);
});

test('an autoscaled set passes while the partition is below its maximum', () => {
  const scaled = (maxReplicas: number) => partition(4, ({ set, objects }) => {
    delete set.spec.replicas;
    objects.push({
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web', namespace: 'prod' },
      spec: { scaleTargetRef: { kind: 'StatefulSet', name: 'web' }, minReplicas: 3, maxReplicas },
    });
  });
  expect(scaled(5)).toEqual([]);
  expect(scaled(4)).toHaveLength(1);
});

test('a partition written as an ordinal is left to its own rule', () => {
  expect(partition(6, ({ set }) => { set.spec.ordinals = { start: 5 }; })).toEqual([]);
  expect(partition(4, ({ set }) => { set.spec.ordinals = { start: 5 }; })).toHaveLength(1);
});
