import { SoundSet, afterChange, findings, sound } from './harness';
import { volumeNameUnique } from '../../src/rules/volume-name-unique';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(volumeNameUnique, sound().objects, minor))).toEqual([]);
});

test('fails the second volume of a name', () => {
  const change = ({ pod }: SoundSet) => { pod.volumes = [{ name: 'v', emptyDir: {} }, { name: 'w', emptyDir: {} }, { name: 'v', emptyDir: {} }]; };
  expect(afterChange(volumeNameUnique, change)).toMatchObject([{ path: 'spec.template.spec.volumes[2].name', acknowledgeable: true }]);
  expect(afterChange(volumeNameUnique, change, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('volumes that a claim template replaces, and volumes without names, are no pair', () => {
  expect(afterChange(volumeNameUnique, ({ pod }) => { pod.volumes = [{ name: 'data' }, { name: 'data' }, {}, null, { name: 1 }, { name: 1 }]; })).toEqual([]);
});
