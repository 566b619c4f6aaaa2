import { KubernetesObject } from '../../e2e/control-plane/resource-paths';

/** The objects of a block, moved into namespaces that no other block has. */
export interface Isolated {
  /** Where objects go that name no namespace. */
  readonly namespace: string;
  /** All of them; those that the block does not make itself. */
  readonly namespaces: readonly string[];
  readonly objects: readonly KubernetesObject[];
  /** A text of the server, with the namespaces of the page. */
  readonly told: (text: string) => string;
}

/** Kinds without a namespace that pages need, and the fields that name them. */
const CLUSTER_SCOPED = new Map([['StorageClass', 'storageClassName'], ['PriorityClass', 'priorityClassName'], ['PersistentVolume', 'volumeName']]);

/** What must be there before what uses it; all else stays in its order. */
const ORDER = ['Namespace', 'StorageClass', 'PriorityClass', 'PersistentVolume', 'ServiceAccount', 'Secret', 'ConfigMap', 'PersistentVolumeClaim', 'Service', 'Pod'];

/** @param base a name that no other block has */
export function isolated(objects: readonly any[], base: string): Isolated {
  const moved = new Map<string, string>([['', base]]);
  const place = (name: unknown = '') => {
    const key = String(name);
    if (!moved.has(key)) moved.set(key, `${base}-${key}`.slice(0, 63).replace(/-+$/, ''));
    return moved.get(key)!;
  };
  const renamed = new Map(objects.filter(({ kind }) => CLUSTER_SCOPED.has(kind)).map(({ kind, metadata }) => [`${CLUSTER_SCOPED.get(kind)}/${metadata.name}`, `${base}-${metadata.name}`]));
  const move = (object: any): KubernetesObject => {
    const { kind, metadata } = object;
    if (kind === 'Namespace') return { ...object, metadata: { ...metadata, name: place(metadata.name) } };
    if (CLUSTER_SCOPED.has(kind)) return { ...object, metadata: { ...metadata, name: `${base}-${metadata.name}` } };
    return references({ ...object, metadata: { ...metadata, namespace: place(metadata?.namespace) } }, renamed);
  };
  const all = inOrder(objects.map(move));
  const made = new Set(all.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name));
  const back = [...moved].reverse();
  return {
    namespace: base,
    namespaces: [...moved.values()].filter((name) => !made.has(name)),
    objects: all,
    told: (text) => back.reduce((now, [name, real]) => now.replace(new RegExp(`(?<![\\w-])${real}(?![\\w-])`, 'g'), name || 'default'), text),
  };
}

function references(value: any, renamed: ReadonlyMap<string, string>): any {
  if (Array.isArray(value)) return value.map((each) => references(each, renamed));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed.get(`${key}/${each}`) ?? references(each, renamed)]));
}

function inOrder(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const rank = ({ kind }: KubernetesObject) => ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length;
  return [...objects].sort((a, b) => rank(a) - rank(b));
}
