import { afterChange } from './harness';
import { POD_RESOURCES } from '../../src/rules/pod-resources';
import { resourcesValid } from '../../src/rules/resources-valid';

const AT = 'spec.template.spec.resources';
const of = (resources: any, container: any = {}, more: any = {}) => afterChange(resourcesValid, (s) => {
  s.container.resources = container;
  Object.assign(s.pod, { resources }, more);
}, POD_RESOURCES);
const sidecar = (cpu: string) => ({ name: 's', restartPolicy: 'Always', resources: { requests: { cpu } } });

test('a pod that covers its containers is accepted', () => {
  expect(of({ requests: { cpu: '1' }, limits: { cpu: '2' } }, { requests: { cpu: '1' }, limits: { cpu: '2' } })).toEqual([]);
});

test('fails claims, a negative amount and a request above the limit', () => {
  expect(of({ claims: [] })).toMatchObject([{ path: `${AT}.claims` }]);
  expect(of({ limits: { cpu: '-1' } })).toMatchObject([{ path: `${AT}.limits.cpu` }]);
  expect(of({ requests: { cpu: '2' }, limits: { cpu: '1' } })).toMatchObject([{ path: `${AT}.requests.cpu` }]);
});

test('fails containers that request more together, sidecars among them', () => {
  expect(of({ requests: { cpu: '1' } }, { requests: { cpu: '600m' } }, { initContainers: [sidecar('500m')] })).toMatchObject([{ path: `${AT}.requests.cpu`, acknowledgeable: false }]);
  expect(of({ requests: { cpu: '1' } }, { requests: { cpu: '500m' } }, { initContainers: [sidecar('500m')] })).toEqual([]);
});

test('fails an init container that requests more beside the sidecars before it', () => {
  const plain = { name: 'i', resources: { requests: { cpu: '600m' } } };
  expect(of({ requests: { cpu: '1' } }, {}, { initContainers: [sidecar('500m'), plain] })).toMatchObject([{ path: `${AT}.requests.cpu` }]);
  expect(of({ requests: { cpu: '1' } }, {}, { initContainers: [plain, sidecar('500m')] })).toEqual([]);
});

test('a limit that becomes a request when the pod is made is refused of the pod alone', () => {
  expect(of({ requests: { cpu: '1' } }, { limits: { cpu: '2' } })).toMatchObject([{ path: `${AT}.requests.cpu`, acknowledgeable: true }]);
});

test('fails a container with a limit above that of the pod, and more pages together', () => {
  expect(of({ limits: { memory: '1Gi' }, requests: { memory: '1Gi' } }, { limits: { memory: '2Gi' }, requests: { memory: '1Gi' } }))
    .toMatchObject([{ path: 'spec.template.spec.containers[0].resources.limits.memory', acknowledgeable: false }]);
  const pages = { limits: { 'memory': '1Gi', 'hugepages-2Mi': '4Mi' } };
  const other = { name: 'o', resources: { limits: { 'memory': '1Gi', 'hugepages-2Mi': '2Mi' } } };
  expect(of({ limits: { 'memory': '2Gi', 'hugepages-2Mi': '4Mi' } }, pages, { initContainers: [{ ...other, restartPolicy: 'Always' }] }))
    .toContainEqual(expect.objectContaining({ path: `${AT}.limits["hugepages-2Mi"]`, acknowledgeable: false }));
});

test('without a request the pod has that of its containers, which must be within its limit', () => {
  expect(of({ limits: { cpu: '500m' } }, { requests: { cpu: '2' } })).toMatchObject([{ path: `${AT}.limits.cpu`, acknowledgeable: true }]);
  expect(of({ limits: { cpu: '2' } }, { requests: { cpu: '2' } })).toEqual([]);
});
