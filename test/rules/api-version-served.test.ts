import { afterChange, findings, sound } from './harness';
import { apiVersionServed } from '../../src/rules/api-version-served';
import { selectorNotEmpty } from '../../src/rules/selector-not-empty';

const version = (apiVersion: unknown) => afterChange(apiVersionServed, ({ set }) => { set.apiVersion = apiVersion; });

test('apps/v1 passes', () => {
  expect(findings(apiVersionServed, sound().objects)).toEqual([]);
});

test('fails versions that ended with Kubernetes 1.15, whose selector nobody fills in any more', () => {
  const [finding, ...others] = version('apps/v1beta1');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'api-version-served', severity: 'error', path: 'apiVersion', kind: 'StatefulSet', acknowledgeable: false });
  expect(finding.message).toBe('apiVersion is "apps/v1beta1"; it is not served from Kubernetes 1.16 on, and nothing is created');
  expect(finding.fix).toContain('write apiVersion: apps/v1, spec.selector');
  expect(version('apps/v1beta2')).toHaveLength(1);
});

test.each(['v1', 'extensions/v1beta1', 'batch/v1'])('fails a group that has no StatefulSets: %s', (apiVersion) => {
  expect(version(apiVersion)).toMatchObject([{ message: `apiVersion is "${apiVersion}"; the API has no StatefulSet there, and nothing is created` }]);
});

test.each(['apps.kruise.io/v1beta1', undefined, null, 5])('a custom resource and a version that is missing are left alone: %p', (apiVersion) => {
  expect(version(apiVersion)).toEqual([]);
});

test.each([
  ['apps/v2', 'StatefulSet', 'apps/v1'], ['apps/V1', 'StatefulSet', 'apps/v1'], ['apps/v1 ', 'StatefulSet', 'apps/v1'], ['apps/v1beta3', 'StatefulSet', 'apps/v1'],
  ['apps', 'StatefulSet', 'apps/v1'], ['apps/v1/x', 'StatefulSet', 'apps/v1'], ['storage.k8s.io/v1alpha1', 'StorageClass', 'storage.k8s.io/v1'],
  ['v2', 'Service', 'v1'], ['apps/v1', 'PersistentVolumeClaim', 'v1'], ['extensions/v1beta1', 'PodDisruptionBudget', 'policy/v1'], ['networking.k8s.io/v2', 'NetworkPolicy', 'networking.k8s.io/v1'],
])('fails a version of an own group that nobody serves: %s %s', (apiVersion, kind, served) => {
  expect(findings(apiVersionServed, [{ apiVersion, kind, metadata: { name: 'a' } }])).toMatchObject([
    { severity: 'error', path: 'apiVersion', acknowledgeable: false, message: `apiVersion is ${JSON.stringify(apiVersion)}; the API has no ${kind} there, and nothing is created`, fix: `write apiVersion: ${served}` },
  ]);
});

test('fails versions of other kinds that ended, and says when', () => {
  const message = (apiVersion: string, kind: string) => findings(apiVersionServed, [{ apiVersion, kind }]).map((found) => found.message);
  expect(message('extensions/v1beta1', 'NetworkPolicy')).toEqual(['apiVersion is "extensions/v1beta1"; it is not served from Kubernetes 1.16 on, and nothing is created']);
  expect(message('storage.k8s.io/v1beta1', 'StorageClass')).toEqual(['apiVersion is "storage.k8s.io/v1beta1"; it is not served from Kubernetes 1.22 on, and nothing is created']);
});

test('fails a kind of an own group in another case, which the API does not know', () => {
  const kind = (apiVersion: string, given: string) => findings(apiVersionServed, [{ apiVersion, kind: given }]);
  expect(kind('apps/v1', 'Statefulset')).toMatchObject([{ severity: 'error', path: 'kind', message: 'kind is "Statefulset"; the API has no such kind, and nothing is created', fix: 'write kind: StatefulSet' }]);
  expect(kind('apps/v2', 'statefulset')).toMatchObject([{ path: 'kind', fix: 'write kind: StatefulSet and apiVersion: apps/v1' }]);
  expect(kind('policy/v1', 'PodDisruptionbudget')).toMatchObject([{ path: 'kind', fix: 'write kind: PodDisruptionBudget' }]);
  expect(kind('example.org/v1', 'Statefulset')).toEqual([]);
});

test('a group without a dot that nobody knows is a warning, since no custom resource has one', () => {
  expect(version('app/v1')).toMatchObject([{ severity: 'warning', path: 'apiVersion', fix: 'write apiVersion: apps/v1' }]);
});

test.each([['serving.knative.dev/v1', 'Service'], ['policy/v1beta1', 'PodDisruptionBudget'], ['crd.projectcalico.org/v1', 'NetworkPolicy'], ['gateway.networking.k8s.io/v1', 'NetworkPolicy'], ['v1', 'Config']])('is silent on what another API or another rule tells: %s %s', (apiVersion, kind) => {
  expect(findings(apiVersionServed, [{ apiVersion, kind }])).toEqual([]);
});

test('fails an autoscaler in a version that ended, of a set and of what stands beside it', () => {
  const autoscaler = (apiVersion: string, kind: string) => afterChange(apiVersionServed, ({ objects }) => objects.push({ apiVersion, kind: 'HorizontalPodAutoscaler', metadata: { name: 'h' }, spec: { scaleTargetRef: { kind, name: 'web' } } }));
  expect(autoscaler('autoscaling/v2beta2', 'StatefulSet')).toMatchObject([{ message: expect.stringContaining('it is not served from Kubernetes 1.26 on'), fix: 'write apiVersion: autoscaling/v2' }]);
  expect(autoscaler('autoscaling/v1', 'StatefulSet')).toEqual([]);
  expect(autoscaler('autoscaling/v2beta1', 'Deployment')).toMatchObject([{ message: expect.stringContaining('it is not served from Kubernetes 1.25 on') }]);
});

test('the missing selector of such a set is no mistake of its own', () => {
  const missing = (apiVersion: string) => afterChange(selectorNotEmpty, ({ set }) => {
    set.apiVersion = apiVersion;
    delete set.spec.selector;
  });
  expect([missing('apps/v1'), missing('apps/v1beta1'), missing('apps/v1beta2')].map((found) => found.length)).toEqual([1, 0, 0]);
});

test.each(['constructor', '__proto__', 'toString'])('fails the version %s in words of its own', (apiVersion) => {
  expect(version(apiVersion).map(({ message }) => message).join()).not.toMatch(/native code|object Object/);
});
