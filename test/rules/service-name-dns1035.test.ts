import { afterChange, findings, sound } from './harness';
import { serviceNameDns1035 } from '../../src/rules/service-name-dns1035';

test('a name that starts with a letter passes', () => {
  expect(findings(serviceNameDns1035, sound().objects)).toEqual([]);
});

const named = (name: unknown, minor: number) => afterChange(serviceNameDns1035, ({ service, set }) => {
  service.metadata.name = name;
  set.spec.serviceName = name;
}, minor);

test('fails a leading digit before Kubernetes 1.36, and none from 1.36 on', () => {
  const [finding, ...others] = named('0web', 35);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'service-name-dns1035', severity: 'error', path: 'metadata.name', kind: 'Service', acknowledgeable: false });
  expect(finding.message).toContain('"0web" starts with a digit, which a Service name cannot before Kubernetes 1.36');
  expect(named('0web', 36)).toEqual([]);
});

test.each(['we.b', 'Web', 'web-', 'a'.repeat(64)])('fails the name %j with every version', (name) => {
  expect(named(name, 28)).toHaveLength(1);
  expect(named(name, 36)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails a Service for clients and one for a single pod as well', () => {
  const found = afterChange(serviceNameDns1035, ({ objects }) => objects.push(
    { apiVersion: 'v1', kind: 'Service', metadata: { name: '1-clients', namespace: 'prod' }, spec: { selector: { app: 'web' } } },
    { apiVersion: 'v1', kind: 'Service', metadata: { name: '2-pod', namespace: 'prod' }, spec: { selector: { 'statefulset.kubernetes.io/pod-name': 'web-0' } } },
  ));
  expect(found.map(({ name }) => name)).toEqual(['1-clients', '2-pod']);
});

test('a Service of another workload, of another namespace or of another API group is not judged', () => {
  expect(afterChange(serviceNameDns1035, ({ objects }) => objects.push(
    { apiVersion: 'v1', kind: 'Service', metadata: { name: '0other', namespace: 'prod' }, spec: { selector: { app: 'other' } } },
    { apiVersion: 'v1', kind: 'Service', metadata: { name: '0web' }, spec: { selector: { app: 'web' } } },
    { apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: '0web', namespace: 'prod' }, spec: { selector: { app: 'web' } } },
  ))).toEqual([]);
});

test('the message says what the name is for', () => {
  const [governing] = named('0web', 28);
  expect(governing.message).toContain('so the pods run without names');
  const long = 'w'.repeat(52);
  const found = afterChange(serviceNameDns1035, ({ set, objects }) => {
    set.metadata.name = long;
    objects.push({
      apiVersion: 'v1', kind: 'Service', metadata: { name: `${long}-100000-peer`, namespace: 'prod' }, spec: { selector: { 'statefulset.kubernetes.io/pod-name': `${long}-100000` } },
    });
  });
  expect(found.map(({ message, fix }) => [message.slice(-150), fix])).toEqual([[
    'has 64 characters, a DNS label ends at 63; the API server refuses the Service while it accepts the StatefulSet, so members that know each other by this name never meet'.slice(-150),
    'use a name that starts with a letter and has at most 63 lower-case letters, digits and inner hyphens; it comes from that of the StatefulSet',
  ]]);
});
