import { afterChange, findings, sound } from './harness';
import { volumeValid } from '../../src/rules/volume-valid';

const volume = (given: any, minor = 28) => afterChange(volumeValid, ({ pod }) => { pod.volumes = [given]; }, minor);

test('a pod without volumes passes, and so do volumes with one source each', () => {
  expect(findings(volumeValid, sound().objects)).toEqual([]);
  for (const source of [{ emptyDir: {} }, { configMap: { name: 'x' } }, { secret: { secretName: 'x' } }, { hostPath: { path: '/x' } }, { persistentVolumeClaim: { claimName: 'x' }, emptyDir: null },
    { projected: { sources: [{ secret: { name: 'x' } }, { downwardAPI: {} }] } }]) expect(volume({ name: 'v', ...source })).toEqual([]);
});

test('fails a volume with two sources', () => {
  const [finding, ...others] = volume({ name: 'v', emptyDir: {}, configMap: { name: 'x' } });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'volume-valid', severity: 'error', path: 'spec.template.spec.volumes[0].configMap', acknowledgeable: true });
  expect(finding.message).toBe('volume "v" has the sources emptyDir and configMap; the pod cannot be created');
  expect(volume({ name: 'v', emptyDir: {}, configMap: { name: 'x' } }, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test.each([
  [{ name: 'V_1', emptyDir: {} }, 'name'], [{ emptyDir: {} }, 'name'], [{ name: 'v', secret: { name: 'x' } }, 'secret.secretName'], [{ name: 'v', configMap: {} }, 'configMap.name'],
  [{ name: 'v', persistentVolumeClaim: {} }, 'persistentVolumeClaim.claimName'], [{ name: 'v', nfs: { server: 'x' } }, 'nfs.path'],
  [{ name: 'v', projected: { sources: [{ configMap: {} }] } }, 'projected.sources[0].configMap.name'],
])('fails %j', (given, field) => {
  expect(volume(given)).toMatchObject([{ severity: 'error', path: `spec.template.spec.volumes[0].${field}` }]);
});

test('fails with a warning a volume without a source, which is an emptyDir', () => {
  expect(volume({ name: 'v' })).toMatchObject([{ severity: 'warning', path: 'spec.template.spec.volumes[0]', acknowledgeable: true }]);
  expect(volume({ name: 'v', emptyDir: null }, 34)).toMatchObject([{ severity: 'warning', acknowledgeable: true }]);
});

test('a volume that a claim template replaces is none', () => {
  expect(volume({ name: 'data' })).toEqual([]);
});

test('junk in the place of a source does not throw', () => {
  for (const given of [5, null, 'x', [], { name: 5 }, { name: 'v', projected: 5 }, { name: 'v', projected: { sources: [null, { secret: 5 }] } }]) expect(() => volume(given)).not.toThrow();
});

test('fails an image without a reference where images are volumes, of which only pods are refused', () => {
  expect(volume({ name: 'v', image: {} }, 36)).toMatchObject([{ severity: 'error', path: 'spec.template.spec.volumes[0].image.reference', acknowledgeable: true }]);
  expect(volume({ name: 'v', image: { reference: 'a:1' } }, 36)).toEqual([]);
  expect(volume({ name: 'v', image: { reference: 'a:1' } }, 34)).toMatchObject([{ severity: 'warning' }]);
});

test('fails a claim that is made for an ephemeral volume of a pod of the set', () => {
  const claim = (claimName: string) => afterChange(volumeValid, ({ pod }) => {
    pod.volumes = [{ name: 'scratch', ephemeral: { volumeClaimTemplate: { spec: {} } } }, { name: 'v', persistentVolumeClaim: { claimName } }];
  });
  expect(claim('web-2-scratch')).toMatchObject([{ path: 'spec.template.spec.volumes[1].persistentVolumeClaim.claimName', acknowledgeable: true }]);
  expect(['web-3-scratch', 'web-02-scratch', 'web-scratch', 'db-0-scratch'].flatMap(claim)).toEqual([]);
});
