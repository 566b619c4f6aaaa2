import { afterChange, findings, sound } from './harness';
import { resourcesValid } from '../../src/rules/resources-valid';

const POD = 'spec.template.spec';
const container = (resources: any, minor = 28) => afterChange(resourcesValid, ({ container: own }) => { own.resources = resources; }, minor);

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(resourcesValid, sound().objects, minor))).toEqual([]);
});

test('fails storage of a container, which only a claim has', () => {
  expect(container({ limits: { storage: '1Gi' } })).toMatchObject([{ path: `${POD}.containers[0].resources.limits.storage`, acknowledgeable: true, fix: expect.stringContaining('ephemeral-storage') }]);
  expect(container({ limits: { 'ephemeral-storage': '1Gi' } })).toEqual([]);
});

test('fails a device without a limit and half a device, for good where templates are validated', () => {
  expect(container({ requests: { 'nvidia.com/gpu': 1 } }, 34)).toMatchObject([{ path: `${POD}.containers[0].resources.requests["nvidia.com/gpu"]`, acknowledgeable: false }]);
  expect(container({ limits: { 'nvidia.com/gpu': '500m' } })).toMatchObject([{ path: `${POD}.containers[0].resources.limits["nvidia.com/gpu"]` }]);
});

test('fails an init container too', () => {
  expect(afterChange(resourcesValid, ({ pod }) => { pod.initContainers = [{ name: 'i', resources: { limits: { 'hugepages-2Mi': '2Mi' } } }]; }))
    .toMatchObject([{ path: `${POD}.initContainers[0].resources` }]);
});

test('fails an overhead without a RuntimeClass, which only pods are refused for', () => {
  const overhead = (fields: any) => afterChange(resourcesValid, ({ pod }) => Object.assign(pod, fields), 36);
  expect(overhead({ overhead: { cpu: '10m' } })).toMatchObject([{ path: `${POD}.overhead`, acknowledgeable: true }]);
  expect(overhead({ overhead: { cpu: '10m' }, runtimeClassName: 'kata' })).toEqual([]);
  expect(overhead({ overhead: {} })).toEqual([]);
});

test('resources of a pod are read from 1.34 on, and dropped before', () => {
  const pod = (minor: number) => afterChange(resourcesValid, (s) => { s.pod.resources = { requests: { storage: '1Gi' } }; }, minor);
  expect(pod(33)).toEqual([]);
  expect(pod(34)).toMatchObject([{ path: `${POD}.resources.requests.storage`, acknowledgeable: false }]);
});

test('junk is accepted', () => {
  expect([true, 'x', [], { requests: 'x', limits: [] }].flatMap((resources) => container(resources))).toEqual([]);
});

test('an overhead must be that of its RuntimeClass, where this is rendered, and not negative', () => {
  const overhead = (podFixed: any, cpu = '10m') => afterChange(resourcesValid, ({ pod, objects }) => {
    Object.assign(pod, { overhead: { cpu }, runtimeClassName: 'kata' });
    objects.push({ apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'kata' }, handler: 'kata', overhead: { podFixed } });
  }, 36).map(({ path }) => path);
  expect(overhead({ cpu: '0.01' })).toEqual([]);
  expect(overhead({ cpu: '20m' })).toEqual([`${POD}.overhead`]);
  expect(overhead({ cpu: '-1' }, '-1')).toEqual([`${POD}.overhead.cpu`]);
});
