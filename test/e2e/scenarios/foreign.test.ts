import { lacks, whyLeft } from '../../../e2e/scenarios/foreign';

const node = (name: string, spec: object = {}, ...images: string[]) => ({
  apiVersion: 'v1', kind: 'Node', metadata: { name }, spec, status: { images: images.map((image) => ({ names: [image] })) },
});
const storage = (isDefault: string) => ({
  apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast', annotations: { 'storageclass.kubernetes.io/is-default-class': isDefault } },
});
const THREE = ['one', 'two', 'three'].map((name) => node(name));

test('three nodes that take pods and a default StorageClass are enough', () => {
  expect(lacks(THREE, [storage('true')])).toEqual([]);
  expect(lacks([...THREE, node('control', { taints: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }] })], [storage('true')])).toEqual([]);
});

test('fails with all that is missing: nodes with a taint or a cordon do not count, nor does a class that is not the default', () => {
  const closed = [node('tainted', { taints: [{ key: 'gpu', effect: 'NoExecute' }] }), node('cordoned', { unschedulable: true })];
  expect(lacks([...closed, ...THREE.slice(1)], [storage('false')])).toEqual([
    '3 nodes that take pods are needed, and there are 2',
    'a default StorageClass is needed: the claims of the sets name none',
  ]);
});

describe('a scenario whose image must be ours', () => {
  const scenario = { name: 'etcd', law: 'etcd', run: async () => undefined, ownImages: new Map([['quay.io/etcd:v3', 'a shell']]) };

  test('runs where every node has it', () => {
    expect(whyLeft(scenario, [node('one', {}, 'quay.io/etcd:v3'), node('two', {}, 'other:1', 'quay.io/etcd:v3')])).toBeUndefined();
    const control = node('control', { taints: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }] });
    expect(whyLeft(scenario, [node('one', {}, 'quay.io/etcd:v3'), control])).toBeUndefined();
  });

  test('is left out where a node has it not, with what the published one lacks and how ours is made', () => {
    expect(whyLeft(scenario, [node('one', {}, 'quay.io/etcd:v3'), node('two')])).toBe(
      'not every node that takes pods has our own image quay.io/etcd:v3 (the published one lacks a shell); npm run test:e2e -- --all --images FOLDER makes archives to import',
    );
  });
});

test('a scenario of published images is never left out', () => {
  expect(whyLeft({ name: 'redis', law: 'redis', run: async () => undefined }, THREE)).toBeUndefined();
});

describe('a scenario that drains nodes', () => {
  const drain = { name: 'drain', law: 'drain', run: async () => undefined, disturbs: true };
  const pod = (name: string, nodeName: string, metadata: object = {}, phase = 'Running') => ({
    apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop', ...metadata }, spec: { nodeName }, status: { phase },
  });

  test('is left out where nodes hold pods that nobody would make anew, with their names', () => {
    expect(whyLeft(drain, THREE, { pods: [pod('by-hand', 'two'), pod('other', 'one')] })).toBe(
      'it drains nodes, and nobody would make these pods anew, which have no controller: shop/by-hand, shop/other',
    );
  });

  test('runs where pods have controllers, have ended, or are on nodes that are not drained', () => {
    const owned = { ownerReferences: [{ kind: 'ReplicaSet', controller: true }] };
    const nodes = [...THREE, node('control', { taints: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }] })];
    const pods = [pod('web', 'one', owned), pod('job', 'one', {}, 'Succeeded'), pod('by-hand', 'control')];
    expect(whyLeft(drain, nodes, { pods })).toBeUndefined();
  });
});

test('a scenario that changes the Corefile is left out where DNS is another one, and no other scenario is', () => {
  const patch = { name: 'patch', law: 'patch', run: async () => undefined, disturbs: true, changesDns: true };
  const noDnsChange = "the cluster's DNS is not kubeadm's: there is no Deployment coredns in kube-system";
  expect(whyLeft(patch, THREE, { noDnsChange })).toBe(noDnsChange);
  expect(whyLeft(patch, THREE)).toBeUndefined();
  expect(whyLeft({ ...patch, changesDns: false }, THREE, { noDnsChange })).toBeUndefined();
});
