import { isReleased, localVolume, storageClass, wantedOn } from '../../../e2e/cluster/local-volume';

const CLAIM = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: {
    name: 'data-etcd-0',
    namespace: 'etcd',
    uid: 'u1',
    resourceVersion: '7',
    annotations: { 'volume.kubernetes.io/storage-provisioner': 'cdk8s-stateful.dev/local', 'volume.kubernetes.io/selected-node': 'node-2' },
  },
  spec: { accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem', storageClassName: 'standard', resources: { requests: { storage: '5Gi' } } },
  status: { phase: 'Pending' },
};

test('a claim waits on the node that the scheduler has chosen', () => {
  expect(wantedOn(CLAIM)).toBe('node-2');
});

test.each([
  ['is bound', { ...CLAIM, status: { phase: 'Bound' } }],
  ['has a volume already', { ...CLAIM, spec: { ...CLAIM.spec, volumeName: 'pvc-u1' } }],
  ['is about to go', { ...CLAIM, metadata: { ...CLAIM.metadata, deletionTimestamp: '2026-11-27T00:00:00Z' } }],
  ['asks another provisioner', { ...CLAIM, metadata: { ...CLAIM.metadata, annotations: { 'volume.kubernetes.io/storage-provisioner': 'other' } } }],
  ['has annotations of nobody', { ...CLAIM, metadata: { name: 'data-etcd-0' } }],
])('a claim that %s waits for nothing of ours', (_, claim) => {
  expect(wantedOn(claim)).toBeUndefined();
});

test('a volume is a folder of one node, made for one claim, with the policy of its class', () => {
  expect(localVolume(CLAIM, 'node-2', '/v/u1', 'Retain')).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'pvc-u1', annotations: { 'pv.kubernetes.io/provisioned-by': 'cdk8s-stateful.dev/local' } },
    spec: {
      capacity: { storage: '5Gi' },
      accessModes: ['ReadWriteOnce'],
      volumeMode: 'Filesystem',
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: 'standard',
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'data-etcd-0', namespace: 'etcd', uid: 'u1', resourceVersion: '7' },
      local: { path: '/v/u1' },
      nodeAffinity: {
        required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node-2'] }] }] },
      },
    },
  });
});

test('only a released volume of ours with the policy Delete is taken away', () => {
  const volume = { ...localVolume(CLAIM, 'node-2', '/v/u1', 'Delete'), status: { phase: 'Released' } };
  expect(isReleased(volume)).toBe(true);
  expect(isReleased({ ...volume, status: { phase: 'Bound' } })).toBe(false);
  expect(isReleased({ ...localVolume(CLAIM, 'node-2', '/v/u1', 'Retain'), status: { phase: 'Released' } })).toBe(false);
  expect(isReleased({ ...volume, metadata: { name: 'foreign', annotations: { 'pv.kubernetes.io/provisioned-by': 'other' } } })).toBe(false);
});

test('a class waits for the first pod, so that the volume is where the pod is', () => {
  expect(storageClass('standard', true)).toMatchObject({
    metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } }, volumeBindingMode: 'WaitForFirstConsumer', reclaimPolicy: 'Delete',
  });
});
