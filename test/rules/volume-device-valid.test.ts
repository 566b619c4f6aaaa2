import { afterChange, findings, sound } from './harness';
import { volumeDeviceValid } from '../../src/rules/volume-device-valid';

const devices = (list: any[], minor = 28) => afterChange(volumeDeviceValid, ({ container }) => { container.volumeDevices = list; }, minor);
const faults = (list: any[]) => devices(list).map(({ path, message }) => [path.replace('spec.template.spec.containers[0].volumeDevices', ''), message.split('; ')[0]]);

test('the sound set passes, and so do devices with names and paths of their own', () => {
  expect(findings(volumeDeviceValid, sound().objects)).toEqual([]);
  expect(devices([{ name: 'a', devicePath: '/dev/a' }, { name: 'b', devicePath: '/dev/b..c' }])).toEqual([]);
});

test.each([
  [[{ name: 'a', devicePath: '/dev/a' }, { name: 'b', devicePath: '/dev/a' }], '[1].devicePath', 'container "web": "/dev/a" is the path of an earlier device or of a mount'],
  [[{ name: 'a', devicePath: '/dev/a' }, { name: 'a', devicePath: '/dev/b' }], '[1].name', 'container "web": the volume "a" is used by an earlier device or by a mount'],
  [[{ name: 'a', devicePath: '/usr/share/nginx/html' }], '[0].devicePath', 'container "web": "/usr/share/nginx/html" is the path of an earlier device or of a mount'],
  [[{ name: 'data', devicePath: '/dev/a' }], '[0].name', 'container "web": the volume "data" is used by an earlier device or by a mount'],
  [[{ name: 'a', devicePath: '/dev/../a' }], '[0].devicePath', 'container "web": devicePath "/dev/../a" goes up by ".."'],
  [[{ name: 'a' }], '[0].devicePath', 'container "web": a device has no devicePath'],
])('fails %j', (list, path, message) => {
  expect(faults(list)).toEqual([[path, message]]);
});

test('fails a relative path, which the API server takes and the kubelet does not', () => {
  const [finding, ...others] = devices([{ name: 'a', devicePath: 'dev/a' }], 34);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', acknowledgeable: true, fix: 'write /dev/a, the full path' });
  expect(finding.message).toBe('container "web": devicePath "dev/a" is not absolute; the container cannot be started');
});

test('the API server rejects the others from 1.34 on', () => {
  const rejected = (minor: number) => !devices([{ name: 'a' }], minor)[0].acknowledgeable;
  expect([28, 34].map(rejected)).toEqual([false, true]);
});

test.each(['containers', 'initContainers'])('fails a device of a volume that is no claim in %s', (field) => {
  const device = (volumes: any[], minor = 28) => afterChange(volumeDeviceValid, ({ pod }) => {
    pod[field] = [{ name: 'raw', volumeDevices: [{ name: 'raw', devicePath: '/dev/a' }] }];
    pod.volumes = volumes;
  }, minor);
  const block = { volumeMode: 'Block', accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  for (const source of [{ persistentVolumeClaim: { claimName: 'raw' } }, { ephemeral: { volumeClaimTemplate: { spec: block } } }]) {
    expect(device([{ name: 'raw', ...source }, { name: 'other', emptyDir: {} }])).toEqual([]);
  }
  for (const source of [{ hostPath: { path: '/dev/sdb', type: 'BlockDevice' } }, { emptyDir: {} }, {}]) {
    expect(device([{ name: 'raw', ...source }])).toMatchObject([{
      path: `spec.template.spec.${field}[0].volumeDevices[0].name`,
      severity: 'error',
      acknowledgeable: true,
      message: 'container "raw": the volume "raw" is neither a claim nor ephemeral, so it has no device; the pod cannot be created',
    }]);
    expect(device([{ name: 'raw', ...source }], 34)).toMatchObject([{ acknowledgeable: false }]);
  }
});

test('a claim template takes the place of the volume that has its name', () => {
  expect(afterChange(volumeDeviceValid, ({ pod, container, claim }) => {
    claim.spec.volumeMode = 'Block';
    delete container.volumeMounts;
    container.volumeDevices = [{ name: 'data', devicePath: '/dev/a' }];
    pod.volumes = [{ name: 'data', emptyDir: {} }];
  })).toEqual([]);
});
