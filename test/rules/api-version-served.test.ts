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

test('fails an autoscaler of a set in a version that ended, and not that of something else', () => {
  const autoscaler = (apiVersion: string, kind: string) => afterChange(apiVersionServed, ({ objects }) => objects.push({ apiVersion, kind: 'HorizontalPodAutoscaler', metadata: { name: 'h' }, spec: { scaleTargetRef: { kind, name: 'web' } } }));
  expect(autoscaler('autoscaling/v2beta2', 'StatefulSet')).toMatchObject([{ message: expect.stringContaining('it is not served from Kubernetes 1.26 on'), fix: 'write apiVersion: autoscaling/v2' }]);
  expect(autoscaler('autoscaling/v1', 'StatefulSet')).toEqual([]);
  expect(autoscaler('autoscaling/v2beta2', 'Deployment')).toEqual([]);
});

test('the missing selector of such a set is no mistake of its own', () => {
  const missing = (apiVersion: string) => afterChange(selectorNotEmpty, ({ set }) => {
    set.apiVersion = apiVersion;
    delete set.spec.selector;
  });
  expect([missing('apps/v1'), missing('apps/v1beta1'), missing('apps/v1beta2')].map((found) => found.length)).toEqual([1, 0, 0]);
});
