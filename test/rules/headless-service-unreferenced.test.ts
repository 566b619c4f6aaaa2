import { afterChange, findings, sound } from './harness';
import { headlessServiceUnreferenced } from '../../src/rules/headless-service-unreferenced';

const second = (spec: any, metadata: any = {}) => afterChange(headlessServiceUnreferenced, ({ objects }) => objects.push(
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web-headless', namespace: 'prod', ...metadata }, spec },
));

test('the governing Service passes', () => {
  expect(findings(headlessServiceUnreferenced, sound().objects)).toEqual([]);
});

test('fails a headless Service that selects the pods and is not their serviceName', () => {
  const [finding, ...others] = afterChange(headlessServiceUnreferenced, ({ service }) => { service.metadata.name = 'web-headless'; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'headless-service-unreferenced', severity: 'warning', path: 'metadata.name', kind: 'Service', name: 'web-headless' });
  expect(finding.message).toBe('"web-headless" is headless and selects the pods of StatefulSet "web", whose serviceName holds "web"; '
    + 'no pod gets a name under "web-headless"');
});

test('beside the governing Service it is an info, since members may look for all others by its name', () => {
  const given = { clusterIP: 'None', selector: { app: 'web' } };
  expect(second(given)).toMatchObject([{ severity: 'info', name: 'web-headless' }]);
  expect(afterChange(headlessServiceUnreferenced, ({ service, objects }) => {
    objects.push({ ...service, metadata: { name: 'web-headless', namespace: 'prod' } });
    service.spec = { selector: { app: 'web' }, ports: [] };
  })).toMatchObject([{ severity: 'warning' }]);
});

test('a Service for clients, one of another namespace, one without selector and one for a single pod pass', () => {
  expect(second({ selector: { app: 'web' } })).toEqual([]);
  expect(second({ clusterIP: 'None', selector: { app: 'web' } }, { namespace: 'staging' })).toEqual([]);
  expect(second({ clusterIP: 'None' })).toEqual([]);
  expect(second({ clusterIP: 'None', selector: { 'statefulset.kubernetes.io/pod-name': 'web-0' } })).toEqual([]);
});

test('a set that names no Service is left to the rule about that', () => {
  expect(afterChange(headlessServiceUnreferenced, ({ set }) => { delete set.spec.serviceName; })).toEqual([]);
});
