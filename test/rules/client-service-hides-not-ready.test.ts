import { afterChange, findings, sound } from './harness';
import { clientServiceHidesNotReady } from '../../src/rules/client-service-hides-not-ready';

const client = (spec: any) => afterChange(clientServiceHidesNotReady, ({ objects }) => objects.push(
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web-client', namespace: 'prod' }, spec: { selector: { app: 'web' }, ...spec } },
));

test('the headless Service can publish, and a Service for clients that does not passes', () => {
  expect(findings(clientServiceHidesNotReady, sound().objects)).toEqual([]);
  expect(afterChange(clientServiceHidesNotReady, ({ service }) => { service.spec.publishNotReadyAddresses = true; })).toEqual([]);
  expect(client({ publishNotReadyAddresses: false })).toEqual([]);
});

test('fails a Service for clients that publishes members that are not ready', () => {
  const [finding, ...others] = client({ publishNotReadyAddresses: true });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'client-service-hides-not-ready', severity: 'warning', path: 'spec.publishNotReadyAddresses', name: 'web-client' });
  expect(finding.message).toBe('"web-client" is a Service for clients with publishNotReadyAddresses: true; connections reach members that are not ready');
});

test('a second headless Service, and one that governs without being headless, are left to other rules', () => {
  expect(client({ clusterIP: 'None', publishNotReadyAddresses: true })).toEqual([]);
  expect(afterChange(clientServiceHidesNotReady, ({ service }) => {
    delete service.spec.clusterIP;
    service.spec.publishNotReadyAddresses = true;
  })).toEqual([]);
});

test.each(['web-0-peer', 'web-announce-0'])('a Service for one pod may publish, under any name: %s', (name) => {
  const selecting = (pod: any) => afterChange(clientServiceHidesNotReady, ({ objects }) => objects.push(
    { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'prod' }, spec: { publishNotReadyAddresses: true, selector: { app: 'web', ...pod } } },
  ));
  expect(selecting({ 'statefulset.kubernetes.io/pod-name': 'web-0' })).toEqual([]);
  expect(selecting({})).toHaveLength(1);
});
