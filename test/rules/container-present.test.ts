import { SoundSet, afterChange, findings, sound } from './harness';
import { containerPresent } from '../../src/rules/container-present';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(containerPresent, sound().objects, minor))).toEqual([]);
});

test.each([undefined, null, [], {}, 'web'])('fails %p for containers', (containers) => {
  const change = ({ pod }: SoundSet) => { pod.containers = containers; };
  expect(afterChange(containerPresent, change)).toMatchObject([{ path: 'spec.template.spec.containers', acknowledgeable: true }]);
  expect(afterChange(containerPresent, change, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails a template that has a sidecar only, and a set without a template', () => {
  expect(afterChange(containerPresent, ({ pod }) => { pod.initContainers = [{ ...pod.containers[0], restartPolicy: 'Always' }]; pod.containers = []; })).toHaveLength(1);
  expect(afterChange(containerPresent, ({ set }) => { set.spec = null; })).toHaveLength(1);
});
