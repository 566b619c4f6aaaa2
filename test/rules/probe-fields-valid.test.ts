import { SoundSet, afterChange, findings, sound } from './harness';
import { probeFieldsValid } from '../../src/rules/probe-fields-valid';

const readiness = (probe: any) => ({ container }: SoundSet) => { container.readinessProbe = probe; };
const AT = 'spec.template.spec.containers[0].readinessProbe';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(probeFieldsValid, sound().objects, minor))).toEqual([]);
});

test('fails a probe with no handler, and one with two', () => {
  expect(afterChange(probeFieldsValid, readiness({ periodSeconds: 5 }))).toMatchObject([{ path: AT, acknowledgeable: true }]);
  expect(afterChange(probeFieldsValid, readiness({ exec: { command: ['x'] }, tcpSocket: { port: 80 } }), 34)).toMatchObject([{ path: AT, acknowledgeable: false }]);
});

test.each([
  ['httpGet', undefined], ['httpGet', 0], ['tcpSocket', '8080'], ['tcpSocket', 70000], ['tcpSocket', 'A_b'], ['httpGet', 'more-than-fifteen'], ['grpc', 'http'],
])('fails a %s handler with the port %p', (handler, port) => {
  expect(afterChange(probeFieldsValid, readiness({ [handler as string]: { port } }))).toMatchObject([{ path: `${AT}.${handler}.port` }]);
});

test('a bad name that a port of the container has is told once, by the rule about names of ports', () => {
  expect(afterChange(probeFieldsValid, ({ container }) => {
    container.ports = [{ name: 'more-than-fifteen', containerPort: 80 }];
    container.readinessProbe = { tcpSocket: { port: 'more-than-fifteen' } };
  })).toEqual([]);
});

test('fails negative numbers and text for numbers', () => {
  expect(afterChange(probeFieldsValid, readiness({ exec: {}, periodSeconds: -1, initialDelaySeconds: '10', successThreshold: -1, failureThreshold: 1.5 })).map(({ path }) => path))
    .toEqual(['initialDelaySeconds', 'periodSeconds', 'failureThreshold', 'successThreshold'].map((field) => `${AT}.${field}`));
});

test('fails a probe of an init container that ends', () => {
  expect(afterChange(probeFieldsValid, ({ pod }) => { pod.initContainers = [{ name: 'i', startupProbe: { exec: {} } }]; }))
    .toMatchObject([{ path: 'spec.template.spec.initContainers[0].startupProbe' }]);
});

test('fails a probe of a sidecar before 1.29, where it is an init container that ends', () => {
  const sidecar: Parameters<typeof afterChange>[1] = ({ pod }) => { pod.initContainers = [{ name: 's', restartPolicy: 'Always', startupProbe: { exec: {} } }]; };
  expect(afterChange(probeFieldsValid, sidecar, 28)).toMatchObject([{ path: 'spec.template.spec.initContainers[0].startupProbe' }]);
  expect(afterChange(probeFieldsValid, sidecar, 29)).toEqual([]);
});

test('zero for a default, a probe of a sidecar, a named port and a probe that is null are accepted', () => {
  expect(afterChange(probeFieldsValid, ({ pod, container }) => {
    container.readinessProbe = { grpc: { port: 9000 }, timeoutSeconds: 0, periodSeconds: 0, exec: null };
    container.livenessProbe = null;
    pod.initContainers = [{ name: 's', restartPolicy: 'Always', livenessProbe: { tcpSocket: { port: 'http' } } }];
  }, 29)).toEqual([]);
});
