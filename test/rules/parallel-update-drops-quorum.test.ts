import { afterChange, findings, sound } from './harness';
import { parallelUpdateDropsQuorum } from '../../src/rules/parallel-update-drops-quorum';

test('the sound set passes', () => {
  expect(findings(parallelUpdateDropsQuorum, sound().objects)).toEqual([]);
});

const quorum = (change: (spec: any) => void = () => {}, minor = 28) => afterChange(parallelUpdateDropsQuorum, ({ set }) => {
  set.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum' };
  set.spec.podManagementPolicy = 'Parallel';
  change(set.spec);
}, minor);

test('fails a quorum of three that a rolling update of a Parallel set replaces', () => {
  const [finding, ...others] = quorum();
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', path: 'spec.updateStrategy', acknowledgeable: true });
  expect(finding.message).toContain('while web-0 is unready it still deletes web-2');
  expect(finding.message).toContain('the quorum needs 2 of 3 members');
});

test('fails it with the update strategy left out, as RollingUpdate is the default', () => {
  expect(quorum((spec) => { delete spec.updateStrategy; })).toHaveLength(1);
});

test('fails a partition that leaves two pods to one rollout, and not one that leaves a single pod', () => {
  const from = (partition: number) => quorum((spec) => { spec.updateStrategy.rollingUpdate = { partition }; });
  expect(from(1)).toHaveLength(1);
  expect(from(2)).toEqual([]);
});

test('OnDelete, OrderedReady, two members and Kubernetes 1.37 pass', () => {
  expect(quorum((spec) => { spec.updateStrategy = { type: 'OnDelete' }; })).toEqual([]);
  expect(quorum((spec) => { spec.podManagementPolicy = 'OrderedReady'; })).toEqual([]);
  expect(quorum((spec) => { spec.replicas = 2; })).toEqual([]);
  expect(quorum(() => {}, 37)).toEqual([]);
});

test('a Parallel set that declares no quorum passes', () => {
  expect(afterChange(parallelUpdateDropsQuorum, ({ set }) => { set.spec.podManagementPolicy = 'Parallel'; })).toEqual([]);
});
