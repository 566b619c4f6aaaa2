import { VOLUME } from '../../../src/rules/fields/volumes';
import { misfits } from '../../../src/rules/fields/walk';

const told = (source: object, name = 'v') => misfits({ name, ...source }, VOLUME, 28).map(({ path, expected }) => `${path.join('.')}: ${expected}`);

test.each<[object]>([
  [{ awsElasticBlockStore: { volumeID: 'vol-0', partition: 255 } }],
  [{ azureDisk: { diskName: 'a', diskURI: 'https://a/b.vhd' } }],
  [{ azureDisk: { diskName: 'a', diskURI: '/subscriptions/a', kind: 'Managed', cachingMode: 'None' } }],
  [{ azureFile: { secretName: 'a', shareName: 'b' } }],
  [{ cephfs: { monitors: [''] } }],
  [{ cinder: { volumeID: 'a', secretRef: { name: 'a' } } }],
  [{ fc: { wwids: ['a'], lun: 256 } }],
  [{ fc: { targetWWNs: ['a'], lun: 0 } }],
  [{ flexVolume: { driver: 'a/b', options: { 'xk8s.io/a': '', 'a/k8s.io': '' } } }],
  [{ flocker: { datasetName: '', datasetUUID: 'a' } }],
  [{ gcePersistentDisk: { pdName: 'a' } }],
  [{ gitRepo: { repository: 'a', directory: '..a' } }],
  [{ glusterfs: { endpoints: 'a', path: 'b' } }],
  [{ iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.org.example:db', chapAuthSession: true, secretRef: {} } }],
  [{ iscsi: { targetPortal: 'a'.repeat(90), iqn: 'eui.0123456789abcdef' } }],
  [{ photonPersistentDisk: { pdID: 'a' } }],
  [{ portworxVolume: { volumeID: 'a' } }],
  [{ quobyte: { registry: 'a:1,[::1]:2,:', volume: 'a', tenant: 'a'.repeat(64) } }],
  [{ rbd: { monitors: ['a'], image: 'a' } }],
  [{ scaleIO: { gateway: 'a', system: 'b', volumeName: 'c' } }],
  [{ storageos: { volumeName: 'a', volumeNamespace: '' } }],
  [{ vsphereVolume: { volumePath: 'a' } }],
])('%j has what its source needs', (source) => {
  expect(told(source)).toEqual([]);
});

test.each<[object, ...string[]]>([
  [{ awsElasticBlockStore: { partition: 256 } }, 'awsElasticBlockStore.volumeID: volumeID', 'awsElasticBlockStore.partition: a number from 0 to 255'],
  [{ azureDisk: {} }, 'azureDisk.diskName: diskName', 'azureDisk.diskURI: diskURI'],
  [{ azureDisk: { diskName: 'a', diskURI: '/subscriptions/a' } }, 'azureDisk.diskURI: an address that begins with https://, as the kind is Shared by default'],
  [{ azureDisk: { diskName: 'a', diskURI: 'https://a', kind: 'Managed' } }, 'azureDisk.diskURI: an address that begins with /subscriptions/, as the kind is Managed'],
  [{ azureDisk: { diskName: 'a', diskURI: 'https://a', kind: '', cachingMode: '' } },
    'azureDisk.kind: Shared or Dedicated or Managed', 'azureDisk.cachingMode: None or ReadOnly or ReadWrite'],
  [{ azureFile: {} }, 'azureFile.secretName: secretName', 'azureFile.shareName: shareName'],
  [{ cephfs: { monitors: [] } }, 'cephfs.monitors: at least one entry'],
  [{ cephfs: {} }, 'cephfs.monitors: monitors'],
  [{ cinder: { secretRef: {} } }, 'cinder.volumeID: volumeID', 'cinder.secretRef.name: name'],
  [{ fc: {} }, 'fc.targetWWNs: either targetWWNs or wwids'],
  [{ fc: { targetWWNs: ['a'], wwids: ['b'] } }, 'fc.targetWWNs: either targetWWNs or wwids'],
  [{ fc: { targetWWNs: ['a'] } }, 'fc.lun: lun, which targetWWNs need'],
  [{ fc: { targetWWNs: ['a'], lun: 256 } }, 'fc.lun: a number from 0 to 255'],
  [{ flexVolume: { driver: 'a', options: { 'A.K8S.io/b': '' } } }, 'flexVolume.options: options without A.K8S.io/b, whose prefix belongs to Kubernetes'],
  [{ flocker: {} }, 'flocker: either datasetName or datasetUUID'],
  [{ flocker: { datasetName: 'a', datasetUUID: 'b' } }, 'flocker: either datasetName or datasetUUID'],
  [{ flocker: { datasetName: 'a/b' } }, 'flocker.datasetName: a name without "/"'],
  [{ gcePersistentDisk: { partition: -1 } }, 'gcePersistentDisk.pdName: pdName', 'gcePersistentDisk.partition: a number from 0 to 255'],
  [{ gitRepo: { directory: 'a/..' } }, 'gitRepo.repository: repository', 'gitRepo.directory: a relative path without ".."'],
  [{ glusterfs: {} }, 'glusterfs.endpoints: endpoints', 'glusterfs.path: path'],
  [{ iscsi: { lun: 256 } }, 'iscsi.targetPortal: targetPortal', 'iscsi.iqn: iqn', 'iscsi.lun: a number from 0 to 255'],
  [{ iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.org.example:db', chapAuthDiscovery: true } }, 'iscsi.secretRef: secretRef, which CHAP reads'],
  [{ iscsi: { targetPortal: 'a', iqn: 'nqn.2001-04.org.example:db', initiatorName: '' } },
    'iscsi.iqn: a name such as iqn.2001-04.org.example:storage, eui. with 16 or naa. with 32 letters and digits',
    'iscsi.initiatorName: a name such as iqn.2001-04.org.example:storage, eui. with 16 or naa. with 32 letters and digits'],
  [{ iscsi: { targetPortal: 'a'.repeat(63), iqn: 'iqn.2001-04.org.example:db', initiatorName: 'iqn.2001-04.org.example:node' } },
    'name: a shorter name: with ":" and the targetPortal it has 65 characters of at most 64, as initiatorName is there'],
  [{ photonPersistentDisk: {} }, 'photonPersistentDisk.pdID: pdID'],
  [{ portworxVolume: {} }, 'portworxVolume.volumeID: volumeID'],
  [{ quobyte: {} }, 'quobyte.registry: registry', 'quobyte.volume: volume'],
  [{ quobyte: { registry: '::1:1', volume: 'a' } }, 'quobyte.registry: host:port, more of them after commas'],
  [{ quobyte: { registry: 'a:1', volume: 'a', tenant: 'a'.repeat(65) } }, 'quobyte.tenant: a UUID of at most 64 characters'],
  [{ rbd: { monitors: [] } }, 'rbd.image: image', 'rbd.monitors: at least one entry'],
  [{ scaleIO: {} }, 'scaleIO.gateway: gateway', 'scaleIO.system: system', 'scaleIO.volumeName: volumeName'],
  [{ storageos: { volumeName: 'A', volumeNamespace: 'a.b', secretRef: {} } }, 'storageos.volumeName: a DNS label: at most 63 lower-case letters, digits and inner hyphens',
    'storageos.volumeNamespace: a DNS label', 'storageos.secretRef.name: name'],
  [{ vsphereVolume: {} }, 'vsphereVolume.volumePath: volumePath'],
])('fails %j', (source, ...expected) => {
  expect(told(source)).toEqual(expected);
});

test('of a disk of no kind the address is not told, and a name that is no text throws nothing', () => {
  expect(told({ azureDisk: { diskName: 'a', diskURI: 'x', kind: 'managed' } })).toEqual(['azureDisk.kind: Shared or Dedicated or Managed']);
  expect(() => misfits({ name: { toString: 1 }, iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.org.example:db' } }, VOLUME, 28)).not.toThrow();
});
