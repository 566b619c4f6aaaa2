import { afterChange, findings, sound } from './harness';
import { governingServiceExists } from '../../src/rules/governing-service-exists';

test('a rendered Service of that name in the same namespace passes', () => {
  expect(findings(governingServiceExists, sound().objects)).toEqual([]);
});

test('fails with a warning when no such Service is rendered, for it may be rendered elsewhere', () => {
  const [finding, ...others] = afterChange(governingServiceExists, ({ objects }) => { objects.shift(); });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'governing-service-exists', severity: 'warning', path: 'spec.serviceName', kind: 'StatefulSet', acknowledgeable: true });
  expect(finding.message).toBe('no Service "web" is rendered; without it the pods run, and no name of a single pod resolves');
});

test('fails with an error when a construct declared the set: then nothing of it is rendered elsewhere', () => {
  const [finding] = afterChange(governingServiceExists, ({ set, objects }) => {
    objects.shift();
    set.metadata.labels = { 'app.kubernetes.io/managed-by': 'cdk8s' };
  });
  expect(finding).toMatchObject({ severity: 'error', acknowledgeable: true });
});

test('fails with an error when the headless Service of the pods has another name, and says which', () => {
  const [finding, ...others] = afterChange(governingServiceExists, ({ service }) => { service.metadata.name = 'web-headless'; });
  expect(others).toEqual([]);
  expect(finding.severity).toBe('error');
  expect(finding.message).toBe('no Service "web" is rendered, and the headless Service that selects the pods is "web-headless"; '
    + 'the pods run, and no name of a single pod resolves');
  expect(finding.fix).toBe('write serviceName: web-headless before the first apply, or call the Service web');
  const [client] = afterChange(governingServiceExists, ({ service }) => { service.metadata.name = 'web-client'; delete service.spec.clusterIP; });
  expect(client.severity).toBe('warning');
});

test('a Service in another namespace is left to the rule about namespaces', () => {
  expect(afterChange(governingServiceExists, ({ service }) => { service.metadata.namespace = 'staging'; })).toEqual([]);
});

test('an omitted namespace on both is the same namespace', () => {
  expect(afterChange(governingServiceExists, ({ service, set }) => {
    delete service.metadata.namespace;
    delete set.metadata.namespace;
  })).toEqual([]);
});

test('a serviceName that is missing or no label is left to the rules about it', () => {
  expect(afterChange(governingServiceExists, ({ set }) => { delete set.spec.serviceName; })).toEqual([]);
  expect(afterChange(governingServiceExists, ({ set }) => { set.spec.serviceName = 'web.prod'; })).toEqual([]);
});

test('a reason on the set acknowledges it', () => {
  expect(afterChange(governingServiceExists, ({ set, objects }) => {
    objects.shift();
    set.metadata.annotations = { 'cdk8s-stateful.dev/ignore': 'governing-service-exists: rendered by the platform team' };
  })).toEqual([]);
});
