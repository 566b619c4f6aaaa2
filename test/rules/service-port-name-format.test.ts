import { afterChange, findings, sound } from './harness';
import { servicePortNameFormat } from '../../src/rules/service-port-name-format';

const port = (value: any) => afterChange(servicePortNameFormat, ({ service }) => { service.spec.ports = [{ port: 80, ...value }]; });

test('labels, short target port names and qualified protocols pass, and so do omitted ones', () => {
  expect(findings(servicePortNameFormat, sound().objects)).toEqual([]);
  expect(port({ name: 'a'.repeat(63), targetPort: 'a23456789-12345', appProtocol: 'kubernetes.io/h2c' })).toEqual([]);
  expect(port({ appProtocol: 'HTTP_2.0' })).toEqual([]);
  expect(port({ name: null, targetPort: 80, appProtocol: null })).toEqual([]);
});

test('fails a target port name of 16 characters, which the API server refuses', () => {
  const [finding, ...others] = port({ targetPort: 'a'.repeat(16) });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'service-port-name-format', severity: 'error', path: 'spec.ports[0].targetPort', acknowledgeable: false });
  expect(finding.message).toContain('"aaaaaaaaaaaaaaaa" is no port name (at most 15');
});

test('fails a number that is written as text, and says to write the number', () => {
  expect(port({ targetPort: '8080' })).toMatchObject([{ fix: 'write the number: targetPort: 8080' }]);
});

test.each(['HTTP', 'my_port', 'a'.repeat(64)])('fails the port name %j', (name) => {
  expect(port({ name })).toMatchObject([{ path: 'spec.ports[0].name' }]);
});

test.each(['a--b', '-a', 'a-', 'Http'])('fails the target port name %j', (targetPort) => {
  expect(port({ targetPort })).toHaveLength(1);
});

test.each(['http 2', 'a/b/c', ''])('fails appProtocol %j', (appProtocol) => {
  expect(port({ appProtocol })).toMatchObject([{ path: 'spec.ports[0].appProtocol' }]);
});

test.each([[{ port: 0 }, 'port'], [{ port: 70000 }, 'port'], [{ port: null }, 'port'], [{ targetPort: 65536 }, 'targetPort'], [{ targetPort: -1 }, 'targetPort'], [{ protocol: 'tcp' }, 'protocol']])('fails %j', (given, field) => {
  expect(port(given)).toMatchObject([{ severity: 'error', path: `spec.ports[0].${field}`, acknowledgeable: false }]);
});

test('a target port of 0 is that of the Service, and a port in quotes is left to the rule about numbers', () => {
  expect([port({ targetPort: 0 }), port({ port: '80' })]).toEqual([[], []]);
});
