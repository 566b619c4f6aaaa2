import { SoundSet, afterChange, findings, sound } from './harness';
import { mountVolumeExists } from '../../src/rules/mount-volume-exists';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(mountVolumeExists, sound().objects, minor))).toEqual([]);
});

test('a mount of a claim template, a volume or a device of either is accepted, in init containers and sidecars too', () => {
  expect(afterChange(mountVolumeExists, ({ pod, container }) => {
    pod.volumes = [{ name: 'tmp', emptyDir: {} }];
    container.volumeDevices = [{ name: 'data', devicePath: '/dev/x' }];
    pod.initContainers = [{ name: 'i', image: 'i', restartPolicy: 'Always', volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }] }];
  })).toEqual([]);
});

test('fails a mount of a volume that does not exist, which servers before 1.34 accept', () => {
  const change = ({ container }: SoundSet) => container.volumeMounts.push({ name: 'nope', mountPath: '/x' });
  const [finding, ...others] = afterChange(mountVolumeExists, change);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    path: 'spec.template.spec.containers[0].volumeMounts[1].name', acknowledgeable: true, fix: 'add a claim template or a volume named nope, or correct the name',
  });
  expect(afterChange(mountVolumeExists, change, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails a mount in an init container that names nothing', () => {
  expect(afterChange(mountVolumeExists, ({ pod }) => { pod.initContainers = [{ name: 'i', volumeMounts: [{ mountPath: '/x' }, null] }]; }))
    .toMatchObject([{ path: 'spec.template.spec.initContainers[0].volumeMounts[0].name' }, { path: 'spec.template.spec.initContainers[0].volumeMounts[1].name' }]);
});
