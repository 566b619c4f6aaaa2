import { dnsLabel, exact, exactWords, filled, innerPath, range, some } from './allow';
import { Allow, AllowWhole, FLAG, int32, list, Shape, struct, TEXT, text, texts } from './shape';
import { list as listOf, map, text as textOf } from '../json';
import { isDnsLabel } from '../label-syntax';

const LUN = range(0, 255);
const PARTITION = int32(range(0, 255));
const MOUNTED = { fsType: TEXT, readOnly: FLAG };
const SECRET = struct({ name: TEXT });
const NAMED_SECRET = struct({ name: TEXT }, ['name']);

/** A name that an iSCSI node or target has anywhere in the world. */
const iqn = exact('a name such as iqn.2001-04.org.example:storage, eui. with 16 or naa. with 32 letters and digits', (value) =>
  value.startsWith('iqn') ? /iqn\.\d{4}-\d{2}\.[-.0-9A-Za-z]+:[^,;*&$|\t\n\f\r ]+$/.test(value) : /^(eui.[0-9A-Za-z]{16}|naa.[0-9A-Za-z]{32})$/.test(value));

const withSecret: AllowWhole = (value) => {
  const { chapAuthDiscovery, chapAuthSession, secretRef } = map(value);
  return (chapAuthDiscovery || chapAuthSession) && !secretRef ? { path: ['secretRef'], expected: 'secretRef, which CHAP reads' } : undefined;
};

/** The node finds the session again by both together. */
export const initiated: AllowWhole = (volume) => {
  const { initiatorName, targetPortal } = map(map(volume).iscsi);
  const length = Buffer.byteLength(`${textOf(map(volume).name) ?? ''}:${textOf(targetPortal) ?? ''}`);
  return typeof initiatorName === 'string' && length > 64
    ? { path: ['name'], expected: `a shorter name: with ":" and the targetPortal it has ${length} characters of at most 64, as initiatorName is there` } : undefined;
};

const ways: AllowWhole = (value) => {
  const { targetWWNs, wwids, lun } = map(value);
  const [targets, ids] = [listOf(targetWWNs).length > 0, listOf(wwids).length > 0];
  if (targets === ids) return { path: ['targetWWNs'], expected: 'either targetWWNs or wwids' };
  if (!targets) return undefined;
  return (lun ?? undefined) === undefined ? { path: ['lun'], expected: 'lun, which targetWWNs need' } : LUN(lun, 0) && { path: ['lun'], expected: LUN(lun, 0)! };
};

const dataset: AllowWhole = (value) => !map(value).datasetName === !map(value).datasetUUID ? 'either datasetName or datasetUUID' : undefined;

const KINDS_OF_DISKS = ['Shared', 'Dedicated', 'Managed'];
const disk: AllowWhole = (value) => {
  const { kind, diskURI } = map(value);
  if (!diskURI || (kind && !KINDS_OF_DISKS.includes(kind))) return undefined;
  const begins = kind === 'Managed' ? '/subscriptions/' : 'https://';
  return String(diskURI).startsWith(begins) ? undefined : { path: ['diskURI'], expected: `an address that begins with ${begins}, as the kind is ${kind ?? 'Shared by default'}` };
};

/** What Go splits into a host and a port. */
const ADDRESS = /^(\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/;
const registry: AllowWhole = (value) => {
  const { tenant, registry: addresses } = map(value);
  if (Buffer.byteLength(String(tenant ?? '')) > 64) return { path: ['tenant'], expected: 'a UUID of at most 64 characters' };
  return !addresses || String(addresses).split(',').every((each) => ADDRESS.test(each)) ? undefined : { path: ['registry'], expected: 'host:port, more of them after commas' };
};

const ownOptions: Allow = (value) => {
  const reserved = Object.keys(value).find((key) => /\.(kubernetes|k8s)\.io$/.test(`.${key.split('/', 1)[0].toLowerCase()}`));
  return reserved === undefined ? undefined : `options without ${reserved}, whose prefix belongs to Kubernetes`;
};

/** In-tree sources that drivers of the Container Storage Interface have taken the place of; the API server looks at them as ever. */
export const IN_TREE_SOURCES: Readonly<Record<string, Shape>> = {
  awsElasticBlockStore: struct({ ...MOUNTED, volumeID: TEXT, partition: PARTITION }, ['volumeID']),
  azureDisk: struct({
    ...MOUNTED, diskName: TEXT, diskURI: TEXT, cachingMode: text(exactWords('None', 'ReadOnly', 'ReadWrite')), kind: text(exactWords(...KINDS_OF_DISKS)),
  }, ['diskName', 'diskURI'], disk),
  azureFile: struct({ secretName: TEXT, shareName: TEXT, readOnly: FLAG }, ['secretName', 'shareName']),
  cephfs: struct({ monitors: list(TEXT, some), path: TEXT, user: TEXT, secretFile: TEXT, secretRef: SECRET, readOnly: FLAG }, ['monitors']),
  cinder: struct({ ...MOUNTED, volumeID: TEXT, secretRef: NAMED_SECRET }, ['volumeID']),
  fc: struct({ ...MOUNTED, targetWWNs: list(TEXT), wwids: list(TEXT), lun: int32() }, [], ways),
  flexVolume: struct({ ...MOUNTED, driver: TEXT, secretRef: SECRET, options: texts(ownOptions) }, ['driver']),
  flocker: struct({ datasetName: text(filled('a name without "/"', (value) => !value.includes('/'))), datasetUUID: TEXT }, [], dataset),
  gcePersistentDisk: struct({ ...MOUNTED, pdName: TEXT, partition: PARTITION }, ['pdName']),
  gitRepo: struct({ repository: TEXT, revision: TEXT, directory: text(innerPath) }, ['repository']),
  glusterfs: struct({ endpoints: TEXT, path: TEXT, readOnly: FLAG }, ['endpoints', 'path']),
  iscsi: struct({
    ...MOUNTED,
    targetPortal: TEXT,
    iqn: text(iqn),
    lun: int32(LUN),
    iscsiInterface: TEXT,
    portals: list(TEXT),
    chapAuthDiscovery: FLAG,
    chapAuthSession: FLAG,
    secretRef: SECRET,
    initiatorName: text(iqn),
  }, ['targetPortal', 'iqn'], withSecret),
  photonPersistentDisk: struct({ fsType: TEXT, pdID: TEXT }, ['pdID']),
  portworxVolume: struct({ ...MOUNTED, volumeID: TEXT }, ['volumeID']),
  quobyte: struct({ registry: TEXT, volume: TEXT, readOnly: FLAG, user: TEXT, group: TEXT, tenant: TEXT }, ['registry', 'volume'], registry),
  rbd: struct({ ...MOUNTED, monitors: list(TEXT, some), image: TEXT, pool: TEXT, user: TEXT, keyring: TEXT, secretRef: SECRET }, ['monitors', 'image']),
  scaleIO: struct({
    ...MOUNTED,
    gateway: TEXT,
    system: TEXT,
    volumeName: TEXT,
    secretRef: SECRET,
    sslEnabled: FLAG,
    protectionDomain: TEXT,
    storagePool: TEXT,
    storageMode: TEXT,
  }, ['gateway', 'system', 'volumeName']),
  storageos: struct({
    ...MOUNTED, volumeName: text(dnsLabel), volumeNamespace: text(filled('a DNS label', isDnsLabel)), secretRef: NAMED_SECRET,
  }, ['volumeName']),
  vsphereVolume: struct({ fsType: TEXT, volumePath: TEXT, storagePolicyName: TEXT, storagePolicyID: TEXT }, ['volumePath']),
};
