import { afterChange, findings, sound } from './harness';
import { imageBitnamiLegacy } from '../../src/rules/image-bitnami-legacy';

const image = (name: unknown) => afterChange(imageBitnamiLegacy, ({ container }) => { container.image = name; });

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(imageBitnamiLegacy, sound().objects, minor))).toEqual([]);
});

test.each([
  'bitnami/redis:7.2', 'docker.io/bitnami/redis:7.2.4-debian-12-r0', 'bitnami/redis@sha256:aa', 'bitnamilegacy/redis', 'docker.io/bitnamilegacy/redis:7',
])('fails %s', (name) => {
  expect(image(name)).toMatchObject([{ severity: 'warning', path: 'spec.template.spec.containers[0].image' }]);
});

test.each([
  'bitnami/redis', 'bitnami/redis:latest', 'registry.example.com/bitnami/redis:7.2', 'localhost:5000/bitnami/redis:7', 'bitnamisecure/redis:latest', 'bitnami', 'quay.io/x/bitnami:1', 5, '',
])('%p is accepted', (name) => {
  expect(image(name)).toEqual([]);
});

test('fails an init container too', () => {
  expect(afterChange(imageBitnamiLegacy, ({ pod }) => { pod.initContainers = [{ name: 'i', image: 'bitnami/os-shell:12' }]; }))
    .toMatchObject([{ path: 'spec.template.spec.initContainers[0].image' }]);
});
