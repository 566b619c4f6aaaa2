import { afterChange, findings, sound } from './harness';
import { headlessPortRemap } from '../../src/rules/headless-port-remap';

const port = (value: any) => afterChange(headlessPortRemap, ({ service }) => { service.spec.ports = [value]; });

test('equal numbers, no targetPort, and the name of a port with that number pass', () => {
  expect(findings(headlessPortRemap, sound().objects)).toEqual([]);
  expect(port({ name: 'http', port: 80 })).toEqual([]);
  expect(port({ name: 'http', port: 80, targetPort: 'http' })).toEqual([]);
});

test('fails another target port on a headless Service', () => {
  const [finding, ...others] = port({ name: 'http', port: 80, targetPort: 8080 });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'headless-port-remap', severity: 'warning', path: 'spec.ports[0].targetPort', kind: 'Service' });
  expect(finding.message).toBe('port 80 with targetPort 8080; nothing translates ports on a headless Service, so clients that dial 80 reach port 80 of the pod');
  expect(finding.fix).toBe('set port: 8080');
});

test('fails the name of a port with another number', () => {
  const [finding] = port({ name: 'http', port: 8080, targetPort: 'http' });
  expect(finding.message).toContain('port 8080 with targetPort "http" (80)');
});

test('a Service for clients translates, and a name that no container declares is left to another rule', () => {
  expect(port({ name: 'http', port: 8080, targetPort: 'nowhere' })).toEqual([]);
  expect(afterChange(headlessPortRemap, ({ objects }) => objects.push(
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'c', namespace: 'prod' }, spec: { selector: { app: 'web' }, ports: [{ port: 8080, targetPort: 80 }] } },
  ))).toEqual([]);
});
