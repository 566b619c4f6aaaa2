import { afterChange, findings, sound } from './harness';
import { governingServiceExists } from '../../src/rules/governing-service-exists';
import { governingServiceNamespace } from '../../src/rules/governing-service-namespace';

test('the sound set passes, and so does one whose Service is not rendered', () => {
  expect(findings(governingServiceNamespace, sound().objects)).toEqual([]);
  expect(afterChange(governingServiceNamespace, ({ objects }) => { objects.shift(); })).toEqual([]);
});

test('fails a Service in another namespace, and says in which', () => {
  const [finding, ...others] = afterChange(governingServiceNamespace, ({ service }) => { service.metadata.namespace = 'staging'; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'governing-service-namespace', severity: 'error', path: 'spec.serviceName', kind: 'StatefulSet', acknowledgeable: true });
  expect(finding.message).toContain('the Service "web" is rendered in namespace "staging", the set in namespace "prod"');
  expect(finding.fix).toContain('("prod")');
});

test('fails with a warning where one of them leaves its namespace to whoever applies it', () => {
  expect(afterChange(governingServiceNamespace, ({ service }) => { delete service.metadata.namespace; })).toMatchObject([{ severity: 'warning' }]);
  expect(afterChange(governingServiceNamespace, ({ set }) => { delete set.metadata.namespace; })).toMatchObject([{ severity: 'warning' }]);
});

test('a second Service of the name elsewhere is no matter where the right one is rendered', () => {
  expect(afterChange(governingServiceNamespace, ({ service, objects }) => objects.push({ ...service, metadata: { name: 'web', namespace: 'staging' } }))).toEqual([]);
});

test('a Service that has a set of its own there is no sign of a mistake, and the missing one may be in the cluster', () => {
  const objects = () => {
    const [one, two] = [sound(), sound()];
    for (const object of two.objects) object.metadata.namespace = 'staging';
    return [...one.objects.filter(({ kind }) => kind !== 'Service'), ...two.objects];
  };
  expect(findings(governingServiceNamespace, objects())).toEqual([]);
  expect(findings(governingServiceExists, objects())).toMatchObject([{ severity: 'warning', namespace: 'prod', message: expect.stringContaining('no Service "web" is rendered;') }]);
});
