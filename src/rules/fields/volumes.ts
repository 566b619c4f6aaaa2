import {
  absolutePath, annotations, dnsSubdomain, exact, exactWords, fileMode, innerPath, labels, noLessThanNothing, oneOf, projectedPath, range, some, words,
} from './allow';
import { METADATA, SELECTOR, CHECKED_SELECTOR } from './metadata';
import { Allow, FLAG, int32, int64, list, quantities, quantity, sinceMinor, struct, TEXT, text, texts } from './shape';
import { list as listOf, map } from '../json';
import { isDnsSubdomain } from '../label-syntax';
import { parseQuantity } from '../quantity';

const RESOURCES = /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.+)$/;
const UNITS_OF_CPU = ['0', '1m', '1'].map(parseQuantity);
const UNITS = ['0', '1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'].map(parseQuantity);
const KEYED = /^metadata\.(labels|annotations)\['[^']+'\]$/;
const FIELDS = ['metadata.name', 'metadata.namespace', 'metadata.uid'];
const FIELDS_OF_ENV = [...FIELDS, 'spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'];
const FIELDS_OF_FILES = [...FIELDS, 'metadata.labels', 'metadata.annotations'];

const fieldRef = (allowed: readonly string[]) => struct({
  apiVersion: text(words('v1')),
  fieldPath: text((value) => allowed.includes(value) || KEYED.test(value) ? undefined : allowed.join(', ')),
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
const DOWNWARD = list(struct({ path: text(innerPath), fieldRef: fieldRef(FIELDS_OF_FILES), resourceFieldRef: FILE_RESOURCE, mode: int32(fileMode) },
  ['path'], oneOf('fieldRef', 'resourceFieldRef')));
const NAMED = struct({ name: TEXT, optional: FLAG, items: list(ITEM) }, ['name']);

export const MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];
const CLAIM_FIELDS = {
  accessModes: list(TEXT),
  volumeMode: text(exactWords('Filesystem', 'Block')),
  selector: CHECKED_SELECTOR,
  dataSource: struct({ name: TEXT }),
  dataSourceRef: struct({ apiGroup: TEXT, kind: TEXT, name: TEXT }, ['kind', 'name']),
  volumeName: TEXT,
  resources: struct({ requests: quantities(), limits: quantities() }),
};
/** Two names of one source say the same. */
const sameSource: Allow = (value) => {
  const [one, two] = [map(value).dataSource, map(value).dataSourceRef].map((each) => each && [map(each).apiGroup ?? '', map(each).kind, map(each).name].join('/'));
  return one && two && one !== two ? 'dataSource or dataSourceRef, or the same in both' : undefined;
};
/** `PersistentVolumeClaim` below `volumeClaimTemplates`: access modes, class and size are for other rules. */
export const CLAIM = struct({ apiVersion: TEXT, kind: TEXT, metadata: METADATA, spec: struct(CLAIM_FIELDS, [], sameSource) });

const stored: Allow = (value) => (parseQuantity(map(map(value).requests).storage) ?? 0) > 0 ? undefined : 'requests.storage, a size above nothing';
const alone: Allow = (value) => {
  const modes = listOf(map(value).accessModes);
  return modes.length > 1 && modes.includes('ReadWriteOncePod') ? 'ReadWriteOncePod without other access modes' : undefined;
};
/** The claim gets its name from the pod. */
const nameless: Allow = (value) => Object.keys(map(value)).every((key) => key === 'labels' || key === 'annotations') ? undefined : 'labels and annotations alone';
const EPHEMERAL = struct({
  ...CLAIM_FIELDS,
  selector: SELECTOR,
  accessModes: list(text(exactWords(...MODES)), some),
  resources: struct({ requests: quantities(), limits: quantities() }, [], stored),
}, ['accessModes', 'resources'], (value, minor) => sameSource(value, minor) ?? alone(value, minor));

const HOST_TYPES = ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'];

/** The minor version whose API server keeps images as volumes (gate ImageVolume). */
const IMAGES = 35;
const csiDriver = exact('the name of a CSI driver: at most 63 letters, in the form of a DNS name', (value) => value.length <= 63 && isDnsSubdomain(value.toLowerCase()));

export const VOLUME = struct({
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
      serviceAccountToken: struct({ path: text(innerPath), expirationSeconds: int64(range(600, 2 ** 32)), audience: TEXT }, ['path']),
      configMap: NAMED,
      secret: NAMED,
      downwardAPI: struct({ items: DOWNWARD }),
    })),
  }),
  ephemeral: struct({ volumeClaimTemplate: struct({ metadata: struct({ labels: texts(labels), annotations: texts(annotations) }, [], nameless), spec: EPHEMERAL }, ['spec']) }, ['volumeClaimTemplate']),
  csi: struct({ driver: text(csiDriver), readOnly: FLAG, fsType: TEXT, volumeAttributes: texts(), nodePublishSecretRef: struct({ name: text(dnsSubdomain) }, ['name']) }, ['driver']),
  image: sinceMinor(IMAGES, struct({ reference: TEXT, pullPolicy: text(words('Always', 'IfNotPresent', 'Never')) })),
}, ['name']);
