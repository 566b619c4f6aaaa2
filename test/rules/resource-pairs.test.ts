import { isResourceOfContainer } from '../../src/rules/resource-names';
import { amountOf, holder } from '../../src/rules/resource-pairs';

function faults(resources: unknown, path: string[] = ['resources']): string[] {
  const found: string[] = [];
  holder(resources, path, 'it', isResourceOfContainer, (at, message) => found.push(`${at.join('.')}: ${message}`));
  return found;
}

test('an amount of null is none, as the server reads it', () => {
  expect([amountOf(null), amountOf('500m'), amountOf('x'), amountOf(undefined)]).toEqual([0, 0.5, undefined, undefined]);
});

test('fails a device that is requested without a limit, and less than the limit', () => {
  expect(faults({ requests: { 'nvidia.com/gpu': 1 } })).toEqual(['resources.requests.nvidia.com/gpu: it requests nvidia.com/gpu without a limit']);
  expect(faults({ requests: { 'nvidia.com/gpu': 1 }, limits: { 'nvidia.com/gpu': '2' } })[0]).toContain('nobody else could have the rest');
});

test('a limit alone, equal amounts in two notations and less of what is shared are accepted', () => {
  expect(faults({ limits: { 'nvidia.com/gpu': 1 } })).toEqual([]);
  expect(faults({ requests: { 'nvidia.com/gpu': '1k', 'cpu': 1 }, limits: { 'nvidia.com/gpu': 1000, 'cpu': 2 } })).toEqual([]);
});

test('a request above its limit is left to another rule', () => {
  expect(faults({ requests: { 'nvidia.com/gpu': 3 }, limits: { 'nvidia.com/gpu': 2 } })).toEqual([]);
});

test('fails hugepages without CPU and memory, wherever these stand', () => {
  expect(faults({ limits: { 'hugepages-2Mi': '2Mi' } })).toEqual(['resources: it asks for hugepages, and for neither cpu nor memory']);
  expect(faults({ limits: { 'hugepages-2Mi': '2Mi' }, requests: { memory: '1Gi' } })).toEqual([]);
});

test('an overhead has its amounts at once', () => {
  expect(faults({ limits: { storage: '1Gi' } }, ['overhead'])[0]).toContain('overhead.storage: it asks for "storage"');
});
