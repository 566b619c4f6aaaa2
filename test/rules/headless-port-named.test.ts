import { afterChange, findings, sound } from './harness';
import { headlessPortNamed } from '../../src/rules/headless-port-named';

test('a named port passes, and so does a Service without ports', () => {
  expect(findings(headlessPortNamed, sound().objects)).toEqual([]);
  expect(afterChange(headlessPortNamed, ({ service }) => { delete service.spec.ports; })).toEqual([]);
});

test('fails a single port without a name, which has no SRV record', () => {
  const [finding, ...others] = afterChange(headlessPortNamed, ({ service }) => { service.spec.ports = [{ port: 80 }]; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'headless-port-named', severity: 'warning', path: 'spec.ports[0].name', kind: 'Service' });
  expect(finding.message).toContain('port 80 has no name; there is no SRV record _<port>._tcp.web');
});

test('two ports without names, and a Service for clients, are left to other rules', () => {
  expect(afterChange(headlessPortNamed, ({ service }) => { service.spec.ports = [{ port: 80 }, { port: 81 }]; })).toEqual([]);
  expect(afterChange(headlessPortNamed, ({ objects }) => objects.push(
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'c', namespace: 'prod' }, spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } },
  ))).toEqual([]);
});
