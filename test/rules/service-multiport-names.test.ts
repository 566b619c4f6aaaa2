import { afterChange, findings, sound } from './harness';
import { serviceMultiportNames } from '../../src/rules/service-multiport-names';

const ports = (...values: any[]) => afterChange(serviceMultiportNames, ({ service }) => { service.spec.ports = values; });

test('one port without a name, and two with their own names, pass', () => {
  expect(findings(serviceMultiportNames, sound().objects)).toEqual([]);
  expect(ports({ port: 80 })).toEqual([]);
  expect(ports({ name: 'a', port: 80 }, { name: 'b', port: 81 })).toEqual([]);
});

test('fails each of two ports without a name, which the API server refuses', () => {
  const found = ports({ port: 80 }, { port: 81 });
  expect(found.map(({ path }) => path)).toEqual(['spec.ports[0].name', 'spec.ports[1].name']);
  expect(found[0]).toMatchObject({ ruleId: 'service-multiport-names', severity: 'error', kind: 'Service', acknowledgeable: false });
  expect(found[0].message).toBe('port 80 is one of 2 and has no name; the API server refuses the Service');
});

test('fails the same name twice', () => {
  expect(ports({ name: 'a', port: 80 }, { name: 'a', port: 81 })).toMatchObject([{ path: 'spec.ports[1].name' }]);
});

test('fails the same number and protocol twice, written or by default', () => {
  expect(ports({ name: 'a', port: 80 }, { name: 'b', port: 80, protocol: 'TCP' })).toMatchObject([{ path: 'spec.ports[1]' }]);
});

test('the same number for TCP and UDP passes', () => {
  expect(ports({ name: 'dns', port: 53 }, { name: 'dns-udp', port: 53, protocol: 'UDP' })).toEqual([]);
});
