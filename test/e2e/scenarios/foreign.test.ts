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
