import { SOUND, afterChange, findings, parse, sound } from './harness';
import { governingServiceHeadless } from '../../src/rules/governing-service-headless';

test('clusterIP None passes', () => {
  expect(findings(governingServiceHeadless, sound().objects)).toEqual([]);
});

test('fails a governing Service with a virtual IP, whose name resolves to it instead of the pods, where a pod is called by its name', () => {
  const [finding, ...others] = afterChange(governingServiceHeadless, ({ service, container }) => {
    delete service.spec.clusterIP;
    container.args = ['--peers=web-0.web,web-1.web,web-2.web'];
  });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'governing-service-headless', severity: 'error', path: 'spec.clusterIP', kind: 'Service', acknowledgeable: true });
  expect(finding.message).toContain('clusterIP holds nothing, so "web" is not headless');
  expect(finding.message).toContain('while "web-0.web" is used as a name');
});

test('where nobody asks for a single pod it is a warning', () => {
  expect(afterChange(governingServiceHeadless, ({ service }) => { service.spec.clusterIP = '10.0.0.7'; })).toMatchObject([{ severity: 'warning' }]);
  expect(afterChange(governingServiceHeadless, ({ service }) => { service.spec.clusterIP = null; })).toMatchObject([{ severity: 'warning' }]);
});

test('a set judged among many has the severity that it has alone', () => {
  const one = sound();
  delete one.service.spec.clusterIP;
  const objects = [...one.objects, ...parse(SOUND.replace(/\bweb\b/g, 'db')), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'clients', namespace: 'prod' }, data: { 'app.conf': 'upstream=web-2.web.prod.svc' } }];
  expect(findings(governingServiceHeadless, objects)).toMatchObject([{ severity: 'error', name: 'web' }]);
});

test('an ExternalName and a misspelt None are left to the rules about them', () => {
  expect(afterChange(governingServiceHeadless, ({ service }) => { service.spec = { type: 'ExternalName', externalName: 'x.example' }; })).toEqual([]);
  expect(afterChange(governingServiceHeadless, ({ service }) => { service.spec.clusterIP = 'NONE'; })).toEqual([]);
});

test('a Service for clients beside it keeps its virtual IP', () => {
  expect(afterChange(governingServiceHeadless, ({ objects }) => objects.push(
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web-client', namespace: 'prod' }, spec: { selector: { app: 'web' } } },
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'staging' }, spec: { selector: { app: 'web' } } },
  ))).toEqual([]);
});

test('the set can give the reason that acknowledges it', () => {
  expect(afterChange(governingServiceHeadless, ({ service, set }) => {
    delete service.spec.clusterIP;
    set.metadata.annotations = { 'cdk8s-stateful.dev/ignore': 'governing-service-headless: older than the set' };
  })).toEqual([]);
});
