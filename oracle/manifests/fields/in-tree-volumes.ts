const AZURE = { diskName: 'a', diskURI: 'https://a.blob.core.windows.net/b/c.vhd' };
const MANAGED = '/subscriptions/a/resourcegroups/b/providers/microsoft.compute/disks/c';
const ISCSI = { targetPortal: '192.0.2.1:3260', iqn: 'iqn.2001-04.org.example:db', lun: 0 };
const QUOBYTE = { registry: 'a:1', volume: 'a' };
const STORAGE_OS = { volumeName: 'a' };

/** Volumes of in-tree sources whose fields mean something only together. */
export const IN_TREE_VOLUMES: ReadonlyArray<Readonly<Record<string, unknown>>> = [
  ...[{}, { kind: 'Managed' }, { kind: 'Managed', diskURI: MANAGED }, { kind: 'Shared', diskURI: MANAGED }, { kind: 'Shared' }, { diskURI: MANAGED }, { diskURI: '' }, { diskName: '' }, { cachingMode: '' }, { kind: '' }]
    .map((each) => ({ azureDisk: { ...AZURE, ...each } })),
  ...[{}, { targetWWNs: ['a'] }, { targetWWNs: ['a'], lun: 0 }, { targetWWNs: ['a'], lun: 256 }, { targetWWNs: ['a'], lun: -1 }, { targetWWNs: ['a'], wwids: ['b'], lun: 1 }, { wwids: ['b'], lun: 256 }, { wwids: ['b'] }, { targetWWNs: [], wwids: [] }]
    .map((fc) => ({ fc })),
  ...[{}, { datasetUUID: 'a' }, { datasetName: 'a', datasetUUID: 'b' }, { datasetName: 'a/b' }, { datasetName: '' }, { datasetName: '', datasetUUID: 'b' }].map((flocker) => ({ flocker })),
  ...[{}, { chapAuthDiscovery: true }, { chapAuthSession: true }, { chapAuthSession: true, secretRef: {} }, { chapAuthSession: true, secretRef: { name: 'a' } }, { lun: 255 }, { lun: 256 }, { iqn: '' },
    { iqn: 'eui.0123456789abcdef' }, { iqn: 'eui.0123456789abcdefg' }, { iqn: `naa.${'0'.repeat(32)}` }, { iqn: `naa.${'0'.repeat(16)}` }, { iqn: 'iqn.2001-04.org.example' }, { iqn: 'iqnx iqn.2001-04.org:a' },
    { iqn: 'iqn.2001-04.org.example:a b' }, { iqn: 'IQN.2001-04.org.example:a' }, { iqn: 'nqn.2001-04.org.example:a' }, { initiatorName: '' }, { initiatorName: 'iqn.2001-04.org.example:node' }, { initiatorName: 'node' },
    { initiatorName: 'iqn.2001-04.org.example:node', targetPortal: `${'a'.repeat(60)}` }, { initiatorName: 'iqn.2001-04.org.example:node', targetPortal: `${'a'.repeat(61)}` }, { targetPortal: 'a'.repeat(90) }]
    .map((each) => ({ iscsi: { ...ISCSI, ...each } })),
  ...[{}, { registry: '' }, { registry: 'a' }, { registry: ':' }, { registry: 'a:1,' }, { registry: 'a:1,b:2' }, { registry: '[::1]:1' }, { registry: '::1:1' }, { registry: '[::1]' }, { registry: 'a[:1' },
    { tenant: 'a'.repeat(64) }, { tenant: 'a'.repeat(65) }, { registry: 'a', tenant: 'a'.repeat(65) }, { volume: '' }]
    .map((each) => ({ quobyte: { ...QUOBYTE, ...each } })),
  ...[{}, { volumeName: 'A' }, { volumeName: '' }, { volumeNamespace: '' }, { volumeNamespace: 'a.b' }, { secretRef: {} }, { secretRef: { name: '' } }].map((each) => ({ storageos: { ...STORAGE_OS, ...each } })),
  ...[{}, { 'kubernetes.io/a': '' }, { 'K8S.io/a': '' }, { 'a.k8s.io/a': '' }, { 'xk8s.io/a': '' }, { 'k8s.io': '' }, { 'a/k8s.io': '' }].map((options) => ({ flexVolume: { driver: 'a/b', options } })),
  ...[{ volumeID: 'a', secretRef: {} }, { volumeID: 'a', secretRef: { name: 'a' } }, {}].map((cinder) => ({ cinder })),
  ...[{ repository: 'a', directory: '/a' }, { repository: 'a', directory: 'a/..' }, { repository: 'a', directory: '..a' }, { repository: 'a', directory: '' }, {}].map((gitRepo) => ({ gitRepo })),
  ...[{ monitors: [] }, { monitors: [''] }, { monitors: null }, {}].flatMap((each) => [{ cephfs: each }, { rbd: { image: 'a', ...each } }]),
  ...[{ volumeID: 'a', partition: 256 }, { volumeID: 'a', partition: -1 }, { volumeID: 'a', partition: 255 }].map((awsElasticBlockStore) => ({ awsElasticBlockStore })),
  { awsElasticBlockStore: {} }, { azureFile: {} }, { gcePersistentDisk: {} }, { glusterfs: {} }, { photonPersistentDisk: {} }, { portworxVolume: {} }, { rbd: { monitors: ['a'] } }, { scaleIO: {} }, { vsphereVolume: {} },
  { scaleIO: { gateway: 'a', system: 'b', volumeName: 'c' } },
].map((source) => ({ name: 'tmp', ...source }));
