import { afterChange, findings, sound } from './harness';
import { probePortExists } from '../../src/rules/probe-port-exists';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(probePortExists, sound().objects, minor))).toEqual([]);
});

test('fails a named port that the container does not have', () => {
  const [finding, ...others] = afterChange(probePortExists, ({ container }) => { container.readinessProbe.httpGet.port = 'web'; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.template.spec.containers[0].readinessProbe.httpGet.port', fix: 'name one of http, or add a port named web' });
});

test('fails a startup probe, without which no member becomes ready, and warns of a liveness probe that is never made', () => {
  expect(afterChange(probePortExists, ({ container }) => {
    container.livenessProbe = { tcpSocket: { port: 'web' } };
    container.startupProbe = { tcpSocket: { port: 'web' } };
  }).map(({ severity, message }) => [severity, message.split('; ')[1]])).toEqual([
    ['error', 'it never succeeds, so the member is never Ready'],
    ['warning', 'it has no result, so a member that hangs is not restarted'],
  ]);
});

test('fails the name of a port of another container', () => {
  expect(afterChange(probePortExists, ({ pod }) => { pod.initContainers = [{ name: 's', restartPolicy: 'Always', livenessProbe: { tcpSocket: { port: 'http' } } }]; }))
    .toMatchObject([{ path: 'spec.template.spec.initContainers[0].livenessProbe.tcpSocket.port' }]);
});

test('a number, one in quotes (for another rule) and ports that are junk are accepted', () => {
  expect(afterChange(probePortExists, ({ container }) => {
    container.ports = [null, 5, { name: 7 }, { name: 'x', containerPort: 80 }];
    container.readinessProbe = { tcpSocket: { port: 80 } };
    container.livenessProbe = { httpGet: { port: '80' } };
    container.startupProbe = { httpGet: 'x' };
  })).toEqual([]);
});
