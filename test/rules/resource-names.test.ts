import { badAmount, isExtended, isResourceOfContainer, isResourceOfPod, isShareable } from '../../src/rules/resource-names';

test('a container has CPU, memory, disk of the node, hugepages and resources with a prefix', () => {
  const names = ['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'nvidia.com/gpu', 'kubernetes.io/x'];
  expect(names.filter((name) => !isResourceOfContainer(name))).toEqual([]);
});

test('fails claims\' storage, counts of a quota, names without a prefix and names that are none', () => {
  expect(['storage', 'pods', 'requests.cpu', 'gpu', 'requests.nvidia.com/gpu', 'Example.org/a', 'a b', `example.org/${'a'.repeat(64)}`].filter(isResourceOfContainer)).toEqual([]);
});

test('a pod has CPU, memory and hugepages', () => {
  expect(['cpu', 'memory', 'hugepages-1Gi', 'ephemeral-storage', 'nvidia.com/gpu'].filter(isResourceOfPod)).toEqual(['cpu', 'memory', 'hugepages-1Gi']);
});

test('devices and pages are not shared, and those of Kubernetes itself are no devices', () => {
  expect(['cpu', 'kubernetes.io/x', 'hugepages-2Mi', 'nvidia.com/gpu'].map(isShareable)).toEqual([true, true, false, false]);
  expect(['kubernetes.io/x', 'nvidia.com/gpu'].map(isExtended)).toEqual([false, true]);
});

test('fails a part of a device and a part of a page', () => {
  expect([1.5, 0.0001, 2].map((amount) => badAmount('nvidia.com/gpu', amount))).toEqual(['is no whole number', 'is no whole number', undefined]);
  expect([3, 4].map((mebibytes) => badAmount('hugepages-2Mi', mebibytes * 2 ** 20))).toEqual(['is no multiple of its page', undefined]);
  expect(badAmount('hugepages-2MB', 2 ** 21)).toBe('has no size of pages in its name');
  expect([badAmount('cpu', 0.5), badAmount('nvidia.com/gpu', undefined), badAmount('nvidia.com/gpu', -1.5)]).toEqual([undefined, undefined, undefined]);
});
