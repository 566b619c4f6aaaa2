import { SoundSet, afterChange, findings, sound } from './harness';
import { containerImagePresent } from '../../src/rules/container-image-present';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(containerImagePresent, sound().objects, minor))).toEqual([]);
});

test.each([undefined, '', null, 5])('fails the image %p', (image) => {
  const change = ({ container }: SoundSet) => { container.image = image; };
  expect(afterChange(containerImagePresent, change)).toMatchObject([{ path: 'spec.template.spec.containers[0].image', acknowledgeable: true }]);
  expect(afterChange(containerImagePresent, change, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails blanks around an image, which every version accepts in a template', () => {
  expect(afterChange(containerImagePresent, ({ container }) => { container.image = 'web:1 '; }, 36)).toMatchObject([{ fix: 'image: web:1', acknowledgeable: true }]);
});

test('fails an init container without an image', () => {
  expect(afterChange(containerImagePresent, ({ pod }) => { pod.initContainers = [{ name: 'i' }]; })).toMatchObject([{ path: 'spec.template.spec.initContainers[0].image' }]);
});
