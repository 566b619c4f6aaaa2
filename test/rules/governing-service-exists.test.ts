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

test('fails a Service in another namespace, and says in which', () => {
  const [finding] = afterChange(governingServiceExists, ({ service }) => { service.metadata.namespace = 'staging'; });
  expect(finding.message).toContain('the Service "web" is rendered in namespace "staging", the set in "prod"');
  expect(finding.fix).toContain('("prod")');
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
