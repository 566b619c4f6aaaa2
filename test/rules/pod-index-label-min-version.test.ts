import { afterChange, findings, sound } from './harness';
import { podIndexLabelMinVersion } from '../../src/rules/pod-index-label-min-version';

const REF = { fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" } };
const env = (valueFrom: any, minor: number) => afterChange(podIndexLabelMinVersion, ({ container }) => { container.env = [{ name: 'ORDINAL', valueFrom }]; }, minor);

test('a set that does not read the label passes under every version', () => {
  expect(findings(podIndexLabelMinVersion, sound().objects, 20)).toEqual([]);
  expect(env({ fieldRef: { fieldPath: 'metadata.name' } }, 27)).toEqual([]);
});

test('fails an ordinal from the label before 1.28, and none from 1.28 on', () => {
  const [finding, ...others] = env(REF, 27);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    ruleId: 'pod-index-label-min-version', severity: 'warning', path: 'spec.template.spec.containers[0].env[0].valueFrom', acknowledgeable: true,
  });
  expect(finding.message).toContain('Kubernetes 1.27 sets no such label; the container gets an empty text for its ordinal');
  expect(env(REF, 28)).toEqual([]);
});

test('fails volumes that read it, plain and projected', () => {
  expect(afterChange(podIndexLabelMinVersion, ({ pod }) => {
    pod.volumes = [{ downwardAPI: { items: [{ path: 'a', ...REF }] } }, { projected: { sources: [null, { downwardAPI: { items: [{ path: 'a', ...REF }] } }] } }];
  }, 27).map(({ path }) => path)).toEqual(['spec.template.spec.volumes[0]', 'spec.template.spec.volumes[1]']);
});

test('fails a Service that selects by it', () => {
  const service = (minor: number) => afterChange(podIndexLabelMinVersion, ({ objects }) => objects.push(
    { kind: 'Service', metadata: { name: 'web-0', namespace: 'prod' }, spec: { selector: { 'app': 'web', 'apps.kubernetes.io/pod-index': '0' } } },
  ), minor);
  expect(service(27)).toMatchObject([{ kind: 'Service', path: 'spec.selector["apps.kubernetes.io/pod-index"]' }]);
  expect(service(28)).toEqual([]);
});
