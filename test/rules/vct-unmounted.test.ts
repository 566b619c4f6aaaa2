import { afterChange, findings, sound } from './harness';
import { vctUnmounted } from '../../src/rules/vct-unmounted';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctUnmounted, sound().objects, minor))).toEqual([]);
});

test('fails a claim template that no container mounts', () => {
  expect(afterChange(vctUnmounted, ({ container }) => { container.volumeMounts = []; }))
    .toMatchObject([{ severity: 'warning', path: 'spec.volumeClaimTemplates[0].metadata.name' }]);
});

test('a device counts as a mount, and so does a mount of an init container', () => {
  expect(afterChange(vctUnmounted, ({ container }) => { container.volumeMounts = []; container.volumeDevices = [{ name: 'data', devicePath: '/dev/x' }]; })).toEqual([]);
  expect(afterChange(vctUnmounted, ({ pod, container }) => {
    container.volumeMounts = 'data';
    pod.initContainers = [{ name: 'i', volumeMounts: [{ name: 'data', mountPath: '/d' }] }];
  })).toEqual([]);
});

test('without containers and for a claim template without a name it leaves the word to the rules about those', () => {
  expect(afterChange(vctUnmounted, ({ pod }) => { pod.containers = null; })).toEqual([]);
  expect(afterChange(vctUnmounted, ({ claim }) => { claim.metadata = {}; })).toEqual([]);
});
