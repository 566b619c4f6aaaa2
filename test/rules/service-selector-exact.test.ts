import { afterChange, findings, sound } from './harness';
import { serviceSelectorExact } from '../../src/rules/service-selector-exact';

test('a selector that matches only its own set passes', () => {
  expect(findings(serviceSelectorExact, sound().objects)).toEqual([]);
});

const withAnother = (change: (another: any, service: any) => void) => afterChange(serviceSelectorExact, ({ service, set, objects }) => {
  const another = structuredClone(set);
  another.metadata.name = 'api';
  another.spec.serviceName = 'api';
  objects.push(another);
  change(another, service);
});

test('fails a selector that matches the template of another set', () => {
  const [finding, ...others] = withAnother(() => {});
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'service-selector-exact', severity: 'error', path: 'spec.selector', kind: 'Service', name: 'web', acknowledgeable: true });
  expect(finding.message).toBe('the selector {"app":"web"} also matches the pods of StatefulSet api; '
    + 'they appear in the record of "web", so members join the wrong process');
});

test.each(['Deployment', 'DaemonSet', 'ReplicaSet', 'Job'])('fails a selector that matches the pods of a %s', (kind) => {
  const [finding] = afterChange(serviceSelectorExact, ({ objects }) => objects.push(
    { kind, metadata: { name: 'tool', namespace: 'prod' }, spec: { template: { metadata: { labels: { app: 'web', job: 'x' } } } } },
  ));
  expect(finding.message).toContain(`also matches the pods of ${kind} tool;`);
});

test('fails a selector that matches a bare Pod, not a pod that another object owns', () => {
  const pod = (ownerReferences?: unknown) => afterChange(serviceSelectorExact, ({ objects }) => objects.push(
    { kind: 'Pod', metadata: { name: 'extra', namespace: 'prod', labels: { app: 'web' }, ownerReferences } },
  ));
  expect(pod()).toHaveLength(1);
  expect(pod([{ kind: 'StatefulSet', name: 'web' }])).toEqual([]);
});

test('the same labels in another namespace, or with one label that differs, pass', () => {
  expect(withAnother((another) => { another.metadata.namespace = 'staging'; })).toEqual([]);
  expect(withAnother((another) => { delete another.metadata.namespace; })).toEqual([]);
  expect(withAnother((another) => { another.spec.template.metadata.labels = { app: 'api' }; })).toEqual([]);
});

test('sets that name the same Service share it on purpose', () => {
  expect(withAnother((another) => { another.spec.serviceName = 'web'; })).toEqual([]);
});

test('fails with three of many names and an ellipsis', () => {
  const [finding] = afterChange(serviceSelectorExact, ({ objects }) => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) objects.push({ kind: 'Pod', metadata: { name, namespace: 'prod', labels: { app: 'web' } } });
  });
  expect(finding.message).toContain('the pods of Pod a, Pod b, Pod c, …; they');
});

test('beside a workload that is scaled to zero it is a warning', () => {
  const beside = (replicas: number) => afterChange(serviceSelectorExact, ({ set, objects }) => objects.push({
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'old', namespace: 'prod' }, spec: { replicas, template: { metadata: set.spec.template.metadata } },
  })).map(({ severity }) => severity);
  expect([beside(0), beside(1)]).toEqual([['warning'], ['error']]);
});

const hook = (event: string, kind = 'Pod') => afterChange(serviceSelectorExact, ({ objects }) => {
  const labels = { app: 'web' };
  const metadata = { name: 'hook', namespace: 'prod', annotations: { 'helm.sh/hook': event } };
  objects.push(kind === 'Pod' ? { kind, metadata: { ...metadata, labels } } : { kind, metadata, spec: { template: { metadata: { labels } } } });
});

test('a pod of helm test, and a hook that runs before or after all, pass', () => {
  expect([hook('test'), hook('test-success'), hook('test', 'Job'), hook('pre-install', 'Job')]).toEqual([[], [], [], []]);
});

test('fails with a warning beside a hook that runs while the members do', () => {
  const [finding, ...others] = hook('post-install,post-upgrade', 'Job');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', path: 'spec.selector' });
  expect(finding.message).toContain('also matches the pods of Job hook; while Helm runs them, they appear in the record of "web"');
});
