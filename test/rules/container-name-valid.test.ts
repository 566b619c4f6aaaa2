import { SoundSet, afterChange, findings, sound } from './harness';
import { containerNameValid } from '../../src/rules/container-name-valid';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(containerNameValid, sound().objects, minor))).toEqual([]);
});

test.each(['Web', 'we.b', 'w'.repeat(64), '', 5, undefined])('fails the name %p', (name) => {
  const change = ({ container }: SoundSet) => { container.name = name; };
  expect(afterChange(containerNameValid, change)).toMatchObject([{ path: 'spec.template.spec.containers[0].name', acknowledgeable: true }]);
  expect(afterChange(containerNameValid, change, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails an init container with the name of a container', () => {
  expect(afterChange(containerNameValid, ({ pod }) => { pod.initContainers = [{ name: 'web' }]; })).toMatchObject([{ path: 'spec.template.spec.initContainers[0].name' }]);
});

test('a name of 63 characters and one name in two sets are accepted', () => {
  expect(afterChange(containerNameValid, ({ container }) => { container.name = 'w'.repeat(63); })).toEqual([]);
  expect(findings(containerNameValid, [...sound().objects, ...sound().objects])).toEqual([]);
});
