import { afterChange, findings, sound } from './harness';
import { minReadySecondsParallel } from '../../src/rules/min-ready-seconds-parallel';

test('the sound set passes', () => {
  expect(findings(minReadySecondsParallel, sound().objects)).toEqual([]);
});

const parallel = (minReadySeconds: any, minor = 28, change: (spec: any) => void = () => {}) => afterChange(minReadySecondsParallel, ({ set }) => {
  Object.assign(set.spec, { podManagementPolicy: 'Parallel', minReadySeconds });
  change(set.spec);
}, minor);

test('fails minReadySeconds on a Parallel set before Kubernetes 1.34', () => {
  const [finding, ...others] = parallel(8, 33);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', path: 'spec.minReadySeconds', acknowledgeable: true });
  expect(finding.message).toBe('minReadySeconds is 8, but Kubernetes 1.33 ignores it in rolling updates of a Parallel set: '
    + 'the next pod goes as soon as the last one is ready');
});

test('Kubernetes 1.34, 0 seconds, OrderedReady and OnDelete pass', () => {
  expect(parallel(8, 34)).toEqual([]);
  expect(parallel(0)).toEqual([]);
  expect(parallel('8')).toEqual([]);
  expect(parallel(8, 28, (spec) => { spec.podManagementPolicy = 'OrderedReady'; })).toEqual([]);
  expect(parallel(8, 28, (spec) => { spec.updateStrategy.type = 'OnDelete'; })).toEqual([]);
});
