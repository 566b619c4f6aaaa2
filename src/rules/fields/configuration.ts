import { configKey, exactWords, qualified } from './allow';
import { CONDITIONS, metadata } from './metadata';
import { Allow, bytes, FLAG, list, struct, TEXT, text, texts } from './shape';
import { map } from '../json';
import { badLabels, isDnsLabel, isDnsSubdomain } from '../label-syntax';

const META = metadata(isDnsSubdomain, 'a DNS name in lower case');
/** Bytes that a ConfigMap or a Secret can hold. */
const MOST = 1024 * 1024;

const keys: Allow = (value, minor) => Object.keys(value).map((key) => configKey(key, minor)).find((refused) => refused !== undefined);
const sizeOf = (values: object) => Object.values(values).reduce<number>((sum, value) => sum + Buffer.byteLength(String(value ?? '')), 0);
/** Three of four letters in base 64 are bytes. */
const sizeOfBytes = (values: object) => Object.values(values).reduce<number>((sum, value) => sum + Buffer.from(String(value ?? ''), 'base64').length, 0);

const twice: Allow = (value) => {
  const { data, binaryData } = map(value);
  const both = Object.keys(map(data)).filter((key) => Object.hasOwn(map(binaryData), key));
  if (both.length > 0) return `${both.join(', ')} in data or in binaryData, and not in both`;
  return sizeOf(map(data)) + sizeOfBytes(map(binaryData)) > MOST ? 'at most 1 MiB of data' : undefined;
};

/** A ConfigMap or a Secret whose data is not looked at. */
export const WITHOUT_DATA = struct({ metadata: META });

export const CONFIG_MAP = struct({ metadata: META, data: texts(keys), binaryData: bytes(keys), immutable: FLAG }, [], twice);

const TOKEN = 'kubernetes.io/service-account.name';
/** Keys without which a Secret of a type is refused: one of each group. */
const NEEDED: Readonly<Record<string, ReadonlyArray<readonly string[]>>> = {
  'kubernetes.io/dockercfg': [['.dockercfg']],
  'kubernetes.io/dockerconfigjson': [['.dockerconfigjson']],
  'kubernetes.io/basic-auth': [['username', 'password']],
  'kubernetes.io/ssh-auth': [['ssh-privatekey']],
  'kubernetes.io/tls': [['tls.crt'], ['tls.key']],
};
const ofType: Allow = (value) => {
  const { type, data, stringData, metadata: meta } = map(value);
  const texted = Object.entries(map(stringData)).map(([key, each]): [string, string] => [key, String(each ?? '')]);
  const all = new Map([...Object.entries(map(data)).map(([key, each]): [string, string] => [key, Buffer.from(String(each ?? ''), 'base64').toString()]), ...texted]);
  if ([...all.values()].reduce((sum, each) => sum + Buffer.byteLength(each), 0) > MOST) return 'at most 1 MiB of data';
  if (type === 'kubernetes.io/service-account-token' && !map(map(meta).annotations)[TOKEN]) return `the annotation ${TOKEN} of a token`;
  const missing = (Object.hasOwn(NEEDED, type) ? NEEDED[type] : []).find((group) => !group.some((key) => all.has(key)));
  if (missing) return `${missing.join(' or ')} in a Secret of type ${type}`;
  if (type === 'kubernetes.io/ssh-auth' && all.get('ssh-privatekey') === '') return 'an ssh-privatekey that is not empty';
  const config = String(type).startsWith('kubernetes.io/dockerc') ? all.get(NEEDED[type]?.[0][0] ?? '') : undefined;
  return config === undefined || isJsonObject(config) ? undefined : `JSON in ${NEEDED[type][0][0]}`;
};

function isJsonObject(written: string): boolean {
  try {
    const value = JSON.parse(written);
    return value === null || (typeof value === 'object' && !Array.isArray(value));
  } catch {
    return false;
  }
}

export const SECRET = struct({ metadata: META, type: TEXT, data: bytes(keys), stringData: texts(keys), immutable: FLAG }, [], ofType);

export const SERVICE_ACCOUNT = struct({
  metadata: META,
  automountServiceAccountToken: FLAG,
  imagePullSecrets: list(struct({ name: TEXT })),
  secrets: list(struct({ apiVersion: TEXT, kind: TEXT, name: TEXT, namespace: TEXT, uid: TEXT, resourceVersion: TEXT, fieldPath: TEXT })),
});

const LEVEL = exactWords('privileged', 'baseline', 'restricted');
/** The labels that admission reads, beside those that every object has. */
const namespaceLabels: Allow = (value, minor) => {
  const bad = badLabels(value);
  if (bad.length > 0) return `keys that are qualified names, and label values; here ${bad.map(({ problem }) => problem).join(', ')}`;
  for (const mode of ['enforce', 'audit', 'warn']) {
    const key = `pod-security.kubernetes.io/${mode}`;
    const { [key]: level, [`${key}-version`]: version } = value;
    const refused = level === undefined ? undefined : LEVEL(level ?? '', minor);
    if (refused !== undefined) return `${refused} as ${key}`;
    if (version !== undefined && !/^(latest|v1\.(0|[1-9]\d*))$/.test(version ?? '')) return `latest or a version such as v1.28 as ${key}-version`;
  }
  return undefined;
};

export const NAMESPACE = struct({
  metadata: { ...metadata(isDnsLabel, 'a DNS label'), fields: { ...metadata(isDnsLabel, 'a DNS label').fields, labels: texts(namespaceLabels) } },
  status: struct({ phase: TEXT, conditions: CONDITIONS }),
  spec: struct({ finalizers: list(text((value, minor) => value === 'kubernetes' ? undefined : value.includes('/') ? qualified(value, minor) : 'kubernetes, or a qualified name with a prefix')) }),
});
