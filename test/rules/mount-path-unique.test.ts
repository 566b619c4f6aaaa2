import { SoundSet, afterChange, findings, sound } from './harness';
import { mountPathUnique } from '../../src/rules/mount-path-unique';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(mountPathUnique, sound().objects, minor))).toEqual([]);
});

test('fails the second mount at a path', () => {
  const change = ({ container }: SoundSet) => { container.volumeMounts = [{ name: 'data', mountPath: '/d' }, { name: 'log', mountPath: '/l' }, { name: 'log', mountPath: '/d' }]; };
  expect(afterChange(mountPathUnique, change)).toMatchObject([{ path: 'spec.template.spec.containers[0].volumeMounts[2].mountPath', acknowledgeable: true }]);
  expect(afterChange(mountPathUnique, change, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('one path in two containers is accepted, and mounts without paths are no pair', () => {
  expect(afterChange(mountPathUnique, ({ pod, container }) => {
    pod.initContainers = [{ ...container, name: 'i' }];
    container.volumeMounts.push({ name: 'a' }, { name: 'b' }, null, 5);
  })).toEqual([]);
});
