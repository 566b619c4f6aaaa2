import { afterChange, findings, sound } from './harness';
import { governingServiceHeadless } from '../../src/rules/governing-service-headless';

test('clusterIP None passes', () => {
  expect(findings(governingServiceHeadless, sound().objects)).toEqual([]);
});

test('fails a governing Service with a virtual IP, whose name resolves to it instead of the pods', () => {
  const [finding, ...others] = afterChange(governingServiceHeadless, ({ service }) => { delete service.spec.clusterIP; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'governing-service-headless', severity: 'error', path: 'spec.clusterIP', kind: 'Service', acknowledgeable: true });
  expect(finding.message).toContain('clusterIP holds nothing, so "web" is not headless');
  expect(afterChange(governingServiceHeadless, ({ service }) => { service.spec.clusterIP = '10.0.0.7'; })).toHaveLength(1);
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
