import { parseAllDocuments } from 'yaml';

/** Metadata of a fetched ConfigMap that its new text keeps. */
export interface ConfigMapMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A Corefile as it is in the cluster, with the ConfigMap around it if that was given. */
export interface Current {
  readonly corefile: string;
  readonly metadata?: ConfigMapMetadata;
  /** Every key of the ConfigMap but `Corefile`. */
  readonly otherData: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
  readonly immutable: boolean;
}

/** Why an input is neither a Corefile nor a ConfigMap with one. */
export interface Unusable {
  readonly unusable: string;
  readonly fix: string;
}

const KEY = 'Corefile';
const FETCH = 'give what `kubectl -n kube-system get configmap coredns -o yaml` prints, or the text of its key Corefile';
/** kubectl keeps the whole object in it; it would be out of date at once. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** How a Kubernetes object begins, whatever comes after. */
const OBJECT = /^(?:---|(?:apiVersion|kind|metadata|data|binaryData|items)\s*:|\{\s*"(?:apiVersion|kind|metadata|data|items)")/m;

function unusable(what: string, fix = FETCH): Unusable {
  return { unusable: what, fix };
}

function isMap(value: unknown): value is Record<string, any> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function texts(value: unknown): Record<string, string> {
  return isMap(value) ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {};
}

/** Reads a Corefile. */
export function fromCorefile(text: string): Current | Unusable {
  if (text.trim() === '') return unusable('the Corefile is empty: CoreDNS would serve its built-in default');
  return { corefile: text, otherData: {}, immutable: false };
}

function fromObject(object: Record<string, any>): Current | Unusable {
  const { kind, metadata, data, binaryData } = object;
  if (kind !== 'ConfigMap') return unusable(`the object is a ${typeof kind === 'string' ? kind : 'map without a kind'} and no ConfigMap`);
  const name = isMap(metadata) && typeof metadata.name === 'string' ? metadata.name : undefined;
  if (isMap(binaryData) && KEY in binaryData) return unusable(`the ConfigMap ${name ?? ''} has its ${KEY} in binaryData`.replace('  ', ' '));
  if (isMap(data) && KEY in data && typeof data[KEY] !== 'string') {
    return unusable(`the ${KEY} of the ConfigMap ${name ?? 'without a name'} is ${data[KEY] === null ? 'null' : `a ${Array.isArray(data[KEY]) ? 'list' : typeof data[KEY]}`} and no text`);
  }
  if (!isMap(data) || typeof data[KEY] !== 'string') {
    const keys = isMap(data) && Object.keys(data).length > 0 ? `it has ${Object.keys(data).join(', ')}` : 'it has no data';
    return unusable(`the ConfigMap ${name ?? 'without a name'} has no text under the key ${KEY}: ${keys}`);
  }
  const read = fromCorefile(data[KEY]);
  if ('unusable' in read) return read;
  const { [KEY]: _, ...otherData } = texts(data);
  const { [LAST_APPLIED]: __, ...annotations } = texts(metadata?.annotations);
  const labels = texts(metadata?.labels);
  return {
    ...read,
    otherData,
    immutable: object.immutable === true,
    ...(isMap(binaryData) && { binaryData: texts(binaryData) }),
    ...(name !== undefined && {
      metadata: {
        name,
        namespace: typeof metadata.namespace === 'string' ? metadata.namespace : 'kube-system',
        ...(Object.keys(labels).length > 0 && { labels }),
        ...(Object.keys(annotations).length > 0 && { annotations }),
      },
    }),
  };
}

/** The objects of a YAML or JSON text, those of lists one by one. */
function objectsOf(text: string): Record<string, any>[] | Unusable {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) return [];
  const [error] = documents.flatMap((document) => document.errors);
  if (error) return unusable(`the YAML cannot be read: ${error.message.split('\n')[0].replace(/:$/, '')}`);
  let values: unknown[];
  try {
    values = documents.map((document) => document.toJS());
  } catch (e) {
    return unusable(`the YAML cannot be read: ${(e as Error).message}`);
  }
  const given = values.filter((value) => value !== null && value !== undefined);
  return given.flatMap((value) => (isMap(value) && Array.isArray(value.items) ? value.items : [value])).filter(isMap);
}

/** Reads a ConfigMap that holds a Corefile, alone, in a List, or among other documents. */
export function fromConfigMap(text: string): Current | Unusable {
  if (text.trim() === '') return unusable('the input is empty');
  const objects = objectsOf(text);
  if (!Array.isArray(objects)) return objects;
  if (objects.length === 0) return unusable('the YAML holds no object');
  if (objects.length === 1) return fromObject(objects[0]);
  const holding = objects.filter(({ kind, data }) => kind === 'ConfigMap' && isMap(data) && KEY in data);
  if (holding.length === 1) return fromObject(holding[0]);
  const names = holding.map(({ metadata }) => (isMap(metadata) ? metadata.name : undefined) ?? 'one without a name').join(', ');
  return unusable(holding.length === 0 ? `none of the ${objects.length} objects is a ConfigMap with the key ${KEY}`
    : `${holding.length} ConfigMaps have the key ${KEY}: ${names}`, 'give one ConfigMap');
}

/** Whether a text is YAML or JSON of an object rather than a Corefile, which is no map in YAML. */
function looksLikeObject(text: string): boolean {
  if (OBJECT.test(text)) return true;
  const objects = objectsOf(text);
  return Array.isArray(objects) && objects.length > 0;
}

/** Reads a Corefile or a ConfigMap, whichever a text is. */
export function readCurrent(text: string): Current | Unusable {
  if (text.trim() === '') return unusable('the input is empty');
  return looksLikeObject(text) ? fromConfigMap(text) : fromCorefile(text);
}
