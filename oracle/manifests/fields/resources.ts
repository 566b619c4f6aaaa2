/** Requests and limits that are tried in every pair: one of a resource beside one of the same, with and without CPU or memory. */
import type { Setting } from './settings';

/** Names of resources, and amounts of them; nothing is an amount as well. */
const AMOUNTS: ReadonlyArray<readonly [resource: string, ...amounts: unknown[]]> = [
  ['cpu', 1, '500m', '1000m', '0.0001', '1e3'],
  ['memory', '1Gi', '1024Mi', '1G', '100m', 0],
  ['ephemeral-storage', '1Gi', '1G'],
  ['storage', '1Gi', '2Gi'],
  ['pods', '1'],
  ['requests.cpu', '1'],
  ['gpu', '1'],
  ['hugepages-2Mi', '2Mi', '4Mi', '3Mi', '1Gi', 0],
  ['hugepages-1Gi', '1Gi', '2Gi', '2Mi'],
  ['hugepages-', '1Gi'],
  ['hugepages-2MB', '2Mi'],
  ['hugepages-0', '2Mi'],
  ['nvidia.com/gpu', 1, '2', '1500m', '1.0', '500m', 0, '1k'],
  ['requests.nvidia.com/gpu', 1],
  ['kubernetes.io/gpu', '1', '2', '500m'],
  ['example.org/fpga', '1Gi'],
  ['Example.ORG/A_b', '1'],
  ['a b', '1'],
  [`example.org/${'a'.repeat(54)}`, '1'],
  [`${'a.'.repeat(122)}org/b`, '1'],
];

/** What stands beside: hugepages need one of these. */
const BESIDES: ReadonlyArray<Record<string, unknown>> = [{}, { memory: '1Gi' }];

const HOLDERS = ['container.resources', 'init.resources', 'pod.resources'];

/** Every amount as request and limit of every holder. */
export function resourcePairs(): Setting[] {
  return HOLDERS.map((holder) => [holder, ...AMOUNTS.flatMap(([name, ...amounts]) => {
    const all = [undefined, ...amounts];
    return all.flatMap((request) => all.flatMap((limit) => BESIDES.map((beside) => ({
      requests: { ...beside, ...(request === undefined ? {} : { [name]: request }) },
      limits: { ...beside, ...(limit === undefined ? {} : { [name]: limit }) },
    }))));
  })]);
}

/** Pod level resources against those of the containers, and two page sizes. */
export const SHARED: readonly Setting[] = [
  ['pod.resources', { requests: { cpu: '1' } }, { requests: { cpu: '100m' } }, { limits: { cpu: '500m' } }, { limits: { memory: '64Mi' } }, { requests: { memory: '1Gi' }, limits: { memory: '512Mi' } },
    { limits: { 'hugepages-2Mi': '2Mi' }, requests: { 'memory': '1Gi', 'hugepages-2Mi': '2Mi' } }, { claims: [] }, { claims: [{ name: 'gpu' }] }, { requests: { 'ephemeral-storage': '1Gi' } }],
  ['container.resources', { requests: { cpu: '2' } }, { limits: { cpu: '2' } }, { requests: { 'hugepages-2Mi': '4Mi', 'memory': '1Gi' }, limits: { 'hugepages-2Mi': '4Mi', 'memory': '1Gi' } },
    { limits: { 'hugepages-2Mi': '4Mi', 'hugepages-1Gi': '1Gi', 'memory': '1Gi' } }, { limits: { 'hugepages-2Mi': '4Mi' } }],
  ['other.resources', { requests: { cpu: '600m' } }, { requests: { cpu: '600m' }, limits: { cpu: '500m' } }, { limits: { memory: '2Gi' } }],
  ['init.resources', { requests: { cpu: '3' } }, { limits: { memory: '2Gi' } }],
  ['sidecar.resources', { requests: { cpu: '3' } }, { limits: { memory: '2Gi' } }],
  ['pod.volumes.2', { name: 'tmp', emptyDir: { medium: 'HugePages' } }, { name: 'tmp', emptyDir: { medium: 'HugePages-2Mi' } }],
  ['pod.overhead', { cpu: '-1' }, { 'example.org/x': '500m' }],
  ['pod.os', { name: 'windows' }],
];
