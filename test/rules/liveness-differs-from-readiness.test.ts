import { afterChange, findings, sound } from './harness';
import { livenessDiffersFromReadiness } from '../../src/rules/liveness-differs-from-readiness';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(livenessDiffersFromReadiness, sound().objects, minor))).toEqual([]);
});

test('fails a liveness probe that asks the same, whatever its thresholds and the order of keys', () => {
  expect(afterChange(livenessDiffersFromReadiness, ({ container }) => { container.livenessProbe = { failureThreshold: 9, httpGet: { port: 'http', path: '/' } }; }))
    .toMatchObject([{ severity: 'warning', path: 'spec.template.spec.containers[0].livenessProbe' }]);
});

test('another path, another handler and probes without handlers are accepted', () => {
  expect(afterChange(livenessDiffersFromReadiness, ({ container }) => { container.livenessProbe = { httpGet: { path: '/live', port: 'http' } }; })).toEqual([]);
  expect(afterChange(livenessDiffersFromReadiness, ({ container }) => { container.livenessProbe = { tcpSocket: { port: 'http' } }; })).toEqual([]);
  expect(afterChange(livenessDiffersFromReadiness, ({ container }) => { container.livenessProbe = {}; container.readinessProbe = []; })).toEqual([]);
});

test('commands are compared in order', () => {
  const commands = (a: string[], b: string[]) => afterChange(livenessDiffersFromReadiness, ({ container }) => {
    container.livenessProbe = { exec: { command: a } };
    container.readinessProbe = { exec: { command: b } };
  });
  expect(commands(['a', 'b'], ['a', 'b'])).toHaveLength(1);
  expect(commands(['a', 'b'], ['b', 'a'])).toEqual([]);
});
