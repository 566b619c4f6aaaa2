import {
  absolutePath, annotations, dnsSubdomain, exact, exactWords, fileMode, filled, labels, noLessThanNothing, oneOf, projectedPath, range, some, words,
} from './allow';
import { IN_TREE_SOURCES, initiated } from './in-tree-volumes';
import { CHECKED_SELECTOR, CLAIM_METADATA, PROBED_CONDITIONS } from './metadata';
import { Allow, AllowWhole, FLAG, int32, int64, list, quantities, quantity, sinceMinor, struct, TEXT, text, texts } from './shape';
import { list as listOf, map } from '../json';
import { isDnsSubdomain, isQualifiedName } from '../label-syntax';
import { parseQuantity } from '../quantity';

const RESOURCES = /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.+)$/;
const UNITS_OF_CPU = ['0', '1m', '1'].map(parseQuantity);
const UNITS = ['0', '1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'].map(parseQuantity);
const KEYED = /^metadata\.(labels|annotations)\['([^']+)'\]$/;
/** The minor version whose API server takes all addresses of a node (gate PodHostIPs). */
const HOST_IPS = 29;
const FIELDS = ['metadata.name', 'metadata.namespace', 'metadata.uid'];
const FIELDS_OF_ENV = [...FIELDS, 'spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'];
const FIELDS_OF_FILES = [...FIELDS, 'metadata.labels', 'metadata.annotations'];

const fieldRef = (allowed: readonly string[]) => struct({
  apiVersion: text(words('v1')),
  fieldPath: text((value, minor) => {
    if (allowed.includes(value)) return value === 'status.hostIPs' && minor < HOST_IPS ? `status.hostIP: before 1.${HOST_IPS} there is one` : undefined;
    const [, of, key] = KEYED.exec(value) ?? [];
    if (key === undefined) return allowed.join(', ');
    return isQualifiedName(of === 'annotations' ? key.toLowerCase() : key) ? undefined : 'a key that is a qualified name';
  }),
}, ['fieldPath']);

/** What the downward API tells of resources: in units of one, a thousandth of a CPU, or a power. */
const resourceField: Allow = (value) => {
  const { resource, divisor } = map(value);
  if (!RESOURCES.test(String(resource))) return 'a resource such as limits.memory or requests.cpu';
  const units = String(resource).endsWith('.cpu') ? UNITS_OF_CPU : UNITS;
  return (divisor ?? undefined) === undefined || units.includes(parseQuantity(divisor)) ? undefined : 'a divisor that is a unit: 1m or 1 for CPU, 1, 1Mi and the like for the others';
};
export const RESOURCE_FIELD = struct({ containerName: TEXT, resource: TEXT, divisor: quantity() }, ['resource'], resourceField);
export const ENV_FIELD = fieldRef(FIELDS_OF_ENV);

/** A file of a volume says of which container it tells. */
const FILE_RESOURCE = struct(RESOURCE_FIELD.fields, ['containerName', 'resource'], resourceField);

const ITEM = struct({ key: TEXT, path: text(projectedPath), mode: int32(fileMode) }, ['key', 'path']);
const DOWNWARD = list(struct({ path: text(projectedPath), fieldRef: fieldRef(FIELDS_OF_FILES), resourceFieldRef: FILE_RESOURCE, mode: int32(fileMode) },
  ['path'], oneOf('fieldRef', 'resourceFieldRef')));
const NAMED = struct({ name: TEXT, optional: FLAG, items: list(ITEM) }, ['name']);

/** The minor version whose API server looks at the group of a source; some before it do so as well. */
const READS_GROUP = 34;
const SNAPSHOTS = 'snapshot.storage.k8s.io';
/** The minor version whose API server keeps the class of attributes by itself. */
export const ATTRIBUTES = 34;
export const className = filled('a DNS name in lower case', isDnsSubdomain);

type Source = Record<string, unknown> | undefined;

const group = (source: Source) => String(source?.apiGroup ?? '');
/** What the API server keeps of a `dataSource` that stands alone: others it drops without a word. */
const isKept = (source: Source) => group(source) === '' ? source?.kind === 'PersistentVolumeClaim' : source?.kind === 'VolumeSnapshot' && group(source) === SNAPSHOTS;
const given = (value: unknown): Source => value === null || typeof value !== 'object' ? undefined : map(value);

/** Both fields of a source name the same one; where the server drops what it cannot use, one from another namespace is gone. */
export const sourcesOf = (drops: (minor: number) => boolean): AllowWhole => (value, minor) => {
  const { dataSource, dataSourceRef } = map(value);
  const [old, written] = [given(dataSource), given(dataSourceRef)];
  const ref = drops(minor) && written?.namespace ? undefined : written;
  const kept = !drops(minor) || ref || isKept(old) ? old : undefined;
  if (kept && ref?.namespace) return { path: ['dataSource'], expected: 'dataSourceRef alone, where it names a namespace' };
  for (const [field, source] of [['dataSource', kept], ['dataSourceRef', ref]] as const) {
    if (!source) continue;
    if (!source.name || !source.kind) return { path: [field], expected: 'a kind and a name of the data source' };
    if (group(source) === '' ? source.kind !== 'PersistentVolumeClaim' : minor >= READS_GROUP && !isDnsSubdomain(group(source))) {
      return { path: [field], expected: 'the apiGroup of a data source that is no PersistentVolumeClaim, a DNS name' };
    }
  }
  const differ = kept && ref && (kept.kind !== ref.kind || kept.name !== ref.name || group(kept) !== group(ref));
  return differ ? 'dataSource and dataSourceRef alike, or one of them' : undefined;
};

export const MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];
const CLAIM_FIELDS = {
  accessModes: list(TEXT),
  volumeMode: text(exactWords('Filesystem', 'Block')),
  selector: CHECKED_SELECTOR,
  dataSource: struct({ apiGroup: TEXT, kind: TEXT, name: TEXT }),
  dataSourceRef: struct({ apiGroup: TEXT, kind: TEXT, name: TEXT, namespace: TEXT }),
  volumeAttributesClassName: sinceMinor(ATTRIBUTES, text(className)),
  volumeName: TEXT,
  resources: struct({ requests: quantities(), limits: quantities() }),
};
/** The minor version whose API server looks at the claims of a set before it drops anything from them. */
const TEMPLATES = 34;
const CLAIM_SPEC = struct(CLAIM_FIELDS, [], sourcesOf((minor) => minor < TEMPLATES));
/** The minor version that tells of a class of attributes in the status. */
const ATTRIBUTES_TOLD = 29;
/** The API server empties it, once it has read it. */
export const CLAIM_STATUS = struct({
  phase: TEXT,
  accessModes: list(TEXT),
  capacity: quantities(),
  allocatedResources: quantities(),
  allocatedResourceStatuses: texts(),
  conditions: PROBED_CONDITIONS,
  currentVolumeAttributesClassName: sinceMinor(ATTRIBUTES_TOLD, TEXT),
  modifyVolumeStatus: sinceMinor(ATTRIBUTES_TOLD, struct({ targetVolumeAttributesClassName: TEXT, status: TEXT })),
});
/** `PersistentVolumeClaim` below `volumeClaimTemplates`: access modes, class and size are for other rules. */
export const CLAIM = struct({ apiVersion: TEXT, kind: TEXT, metadata: CLAIM_METADATA, spec: CLAIM_SPEC, status: CLAIM_STATUS });

const stored: AllowWhole = (value) => (parseQuantity(map(map(value).requests).storage) ?? 0) > 0 ? undefined : 'requests.storage, a size above nothing';
const alone: Allow = (value) => {
  const modes = listOf(map(value).accessModes);
  return modes.length > 1 && modes.includes('ReadWriteOncePod') ? 'ReadWriteOncePod without other access modes' : undefined;
};
/** The claim gets its name from the pod. */
const nameless: Allow = (value) => Object.entries(map(value)).every(([key, each]) => ['labels', 'annotations'].includes(key) || [null, '', 0].includes(each)) ? undefined : 'labels and annotations alone';
export const EPHEMERAL = struct({
  ...CLAIM_FIELDS,
  storageClassName: text(className),
  accessModes: list(text(exactWords(...MODES)), some),
  resources: struct({ requests: quantities(), limits: quantities() }, [], stored),
}, ['accessModes', 'resources'], (value, minor) => sourcesOf(() => false)(value, minor) ?? alone(value, minor));

const HOST_TYPES = ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'];

/** The minor version whose API server keeps images as volumes (gate ImageVolume). */
const IMAGES = 35;
const csiDriver = exact('the name of a CSI driver: at most 63 letters, in the form of a DNS name', (value) => value.length <= 63 && isDnsSubdomain(value.toLowerCase()));

export const VOLUME = struct({
  ...IN_TREE_SOURCES,
  configMap: struct({ name: TEXT, defaultMode: int32(fileMode), optional: FLAG, items: list(ITEM) }, ['name']),
  secret: struct({ secretName: TEXT, defaultMode: int32(fileMode), optional: FLAG, items: list(ITEM) }, ['secretName']),
  emptyDir: struct({ medium: TEXT, sizeLimit: quantity(noLessThanNothing) }),
  downwardAPI: struct({ defaultMode: int32(fileMode), items: DOWNWARD }),
  hostPath: struct({ path: text((value) => value.split('/').includes('..') ? 'a path without ".."' : undefined), type: text(words(...HOST_TYPES)) }, ['path']),
  nfs: struct({ server: TEXT, path: text(absolutePath), readOnly: FLAG }, ['server', 'path']),
  persistentVolumeClaim: struct({ claimName: TEXT, readOnly: FLAG }, ['claimName']),
  projected: struct({
    defaultMode: int32(fileMode),
    sources: list(struct({
      serviceAccountToken: struct({ path: text(projectedPath), expirationSeconds: int64(range(600, 2 ** 32)), audience: TEXT }, ['path']),
      configMap: NAMED,
      secret: NAMED,
      downwardAPI: struct({ items: DOWNWARD }),
    })),
  }),
  ephemeral: struct({ volumeClaimTemplate: struct({ metadata: struct({ labels: texts(labels), annotations: texts(annotations) }, [], nameless), spec: EPHEMERAL }, ['spec']) }, ['volumeClaimTemplate']),
  csi: struct({ driver: text(csiDriver), readOnly: FLAG, fsType: TEXT, volumeAttributes: texts(), nodePublishSecretRef: struct({ name: text(dnsSubdomain) }, ['name']) }, ['driver']),
  image: sinceMinor(IMAGES, struct({ reference: TEXT, pullPolicy: text(words('Always', 'IfNotPresent', 'Never')) })),
}, ['name'], initiated);
