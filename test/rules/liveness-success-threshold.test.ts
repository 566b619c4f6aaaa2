import { SoundSet, afterChange, findings, sound } from './harness';
import { livenessSuccessThreshold } from '../../src/rules/liveness-success-threshold';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(livenessSuccessThreshold, sound().objects, minor))).toEqual([]);
});

test.each(['livenessProbe', 'startupProbe'])('fails 2 in a %s', (kind) => {
  const change = ({ container }: SoundSet) => { container[kind] = { exec: {}, successThreshold: 2 }; };
  expect(afterChange(livenessSuccessThreshold, change)).toMatchObject([{ path: `spec.template.spec.containers[0].${kind}.successThreshold`, acknowledgeable: true }]);
  expect(afterChange(livenessSuccessThreshold, change, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails a sidecar, and a negative number', () => {
  expect(afterChange(livenessSuccessThreshold, ({ pod }) => { pod.initContainers = [{ name: 's', restartPolicy: 'Always', livenessProbe: { successThreshold: -1 } }]; })).toHaveLength(1);
});

test('a readiness probe with 2, and 1 or the default of a liveness probe, are accepted', () => {
  expect(afterChange(livenessSuccessThreshold, ({ container }) => {
    container.readinessProbe.successThreshold = 2;
    container.livenessProbe = { successThreshold: 1 };
    container.startupProbe = { successThreshold: 0 };
  })).toEqual([]);
});
