import { sound } from './harness';
import { claimNames, claimsByName, devicesOf, mountsOf, normalPath, onWindows, usedVolumes } from '../../src/rules/mounts';
import { ObjectSet } from '../../src/rules/object-set';

function set(change: (s: ReturnType<typeof sound>) => void = () => undefined) {
  const s = sound();
  change(s);
  return new ObjectSet(s.objects).sets[0];
}

test('mounts and devices of a container tell name, path and place', () => {
  const { containers: [holder] } = set(({ container }) => { container.volumeDevices = [{ name: 'raw', devicePath: '/dev/a' }]; });
  expect(mountsOf(holder).map(({ name, at, path }) => [name, at, path.slice(-2).join()])).toEqual([['data', '/usr/share/nginx/html', 'volumeMounts,0']]);
  expect(devicesOf(holder).map(({ name, path }) => [name, path.slice(-2).join()])).toEqual([['raw', 'volumeDevices,0']]);
});

test('a volume is used by a mount or a device of any container', () => {
  expect([...usedVolumes(set(({ pod, container }) => {
    container.volumeDevices = [{ name: 'raw' }];
    pod.initContainers = [{ name: 'i', volumeMounts: [{ name: 'x' }] }];
  }))].sort()).toEqual(['data', 'raw', 'x']);
});

test('of several claims with one name the last one counts', () => {
  const twice = set(({ set: object, claim }) => object.spec.volumeClaimTemplates.push({ ...claim, spec: { volumeMode: 'Block' } }, {}));
  expect([...claimNames(twice)]).toEqual(['data']);
  expect(claimsByName(twice).get('data')?.spec.volumeMode).toBe('Block');
});

test.each([['/a/', '/a'], ['//a//b', '/a/b'], ['/a/./b/../c', '/a/c'], ['/..', '/'], ['a', '/a']])('%s is %s', (path, normal) => {
  expect(normalPath(path)).toBe(normal);
});

test('pods are for Windows where they say so', () => {
  expect([set(), set(({ pod }) => { pod.os = { name: 'windows' }; }), set(({ pod }) => { pod.nodeSelector = { 'kubernetes.io/os': 'windows' }; })].map(onWindows)).toEqual([false, true, true]);
});
