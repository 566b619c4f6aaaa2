import { SoundSet, afterChange, findings, sound } from './harness';
import { mountPathAbsolute } from '../../src/rules/mount-path-absolute';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(mountPathAbsolute, sound().objects, minor))).toEqual([]);
});

test.each(['data', './d', '/a:b', 'C:\\data'])('fails the path %s, which every version accepts', (mountPath) => {
  expect(afterChange(mountPathAbsolute, ({ container }) => { container.volumeMounts[0].mountPath = mountPath; }, 36))
    .toMatchObject([{ path: 'spec.template.spec.containers[0].volumeMounts[0].mountPath', acknowledgeable: true }]);
});

test('fails a mount without a path, which 1.34 and later reject', () => {
  const change = ({ container }: SoundSet) => { delete container.volumeMounts[0].mountPath; };
  expect(afterChange(mountPathAbsolute, change)).toMatchObject([{ acknowledgeable: true }]);
  expect(afterChange(mountPathAbsolute, change, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test.each([
  ['data', 'the kubelet puts "/" in front, whatever the working directory of the server is, and its data may miss the volume'],
  ['/a:b', 'whether the container starts is up to the container runtime'],
  [undefined, 'the pod cannot be created'],
])('of the path %s it says what becomes of it', (mountPath, outcome) => {
  const [{ message }] = afterChange(mountPathAbsolute, ({ container }) => { container.volumeMounts[0].mountPath = mountPath; });
  expect(message.split('; ')[1]).toBe(outcome);
});

test('a drive letter is accepted on Windows nodes', () => {
  expect(afterChange(mountPathAbsolute, ({ pod, container }) => { pod.os = { name: 'windows' }; container.volumeMounts[0].mountPath = 'C:\\data'; })).toEqual([]);
});
