import {
  absolutePath, exactWords, fileMode, innerPath, noLessThanNothing, oneOf, projectedPath, range, some, unique, words,
} from './allow';
import { CHECKED_SELECTOR, METADATA, SELECTOR } from './metadata';
import { Allow, FLAG, int32, int64, list, quantities, quantity, struct, TEXT, text } from './shape';
import { map } from '../json';
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

const ITEM = struct({ key: TEXT, path: text(projectedPath), mode: int32(fileMode) }, ['key', 'path']);
const DOWNWARD = list(struct({ path: text(innerPath), fieldRef: fieldRef(FIELDS_OF_FILES), resourceFieldRef: RESOURCE_FIELD, mode: int32(fileMode) },
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
/** `PersistentVolumeClaim` below `volumeClaimTemplates`: access modes, class and size are for other rules. */
export const CLAIM = struct({ apiVersion: TEXT, kind: TEXT, metadata: METADATA, spec: struct(CLAIM_FIELDS) });

const stored: Allow = (value) => (parseQuantity(map(map(value).requests).storage) ?? 0) > 0 ? undefined : 'requests.storage, a size above nothing';
export const EPHEMERAL = struct({
  ...CLAIM_FIELDS,
  selector: SELECTOR,
  accessModes: list(text(exactWords(...MODES)), some),
  resources: struct({ requests: quantities(), limits: quantities() }, [], stored),
}, ['accessModes', 'resources']);

const HOST_TYPES = ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'];

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
      downwardAPI: struct({ items: { ...DOWNWARD, allow: unique('path') } }),
    })),
  }),
  ephemeral: struct({ volumeClaimTemplate: struct({ spec: EPHEMERAL }, ['spec']) }, ['volumeClaimTemplate']),
}, ['name']);
