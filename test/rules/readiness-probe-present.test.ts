import { afterChange, findings, sound } from './harness';
import { readinessProbePresent } from '../../src/rules/readiness-probe-present';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(readinessProbePresent, sound().objects, minor))).toEqual([]);
});

test('fails a container that keeps data and has no probe', () => {
  expect(afterChange(readinessProbePresent, ({ container }) => { delete container.readinessProbe; container.livenessProbe = { exec: {} }; }))
    .toMatchObject([{ severity: 'warning', path: 'spec.template.spec.containers[0].readinessProbe' }]);
});

test('fails it although an exporter beside it is probed', () => {
  expect(afterChange(readinessProbePresent, ({ pod, container }) => {
    pod.containers.unshift({ name: 'exporter', readinessProbe: container.readinessProbe });
    delete container.readinessProbe;
  })).toMatchObject([{ path: 'spec.template.spec.containers[1].readinessProbe' }]);
});

test('fails a pod without any probe or data once', () => {
  expect(afterChange(readinessProbePresent, ({ pod }) => { pod.containers = [{ name: 'a' }, { name: 'b' }, null]; })).toMatchObject([{ path: 'spec.template.spec.containers[0].readinessProbe' }]);
});

test('a startup probe, an exporter beside a probed server, and init containers are accepted', () => {
  expect(afterChange(readinessProbePresent, ({ pod, container }) => {
    container.startupProbe = container.readinessProbe;
    delete container.readinessProbe;
    pod.containers.push({ name: 'exporter' });
    pod.initContainers = [{ name: 'i', volumeMounts: container.volumeMounts }];
  })).toEqual([]);
});
