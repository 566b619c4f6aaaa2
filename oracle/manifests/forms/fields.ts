import { isDeepStrictEqual } from 'util';
import { ControlPlane } from '../../../e2e/control-plane/control-plane';
import { KubernetesObject } from '../../../e2e/control-plane/resource-paths';
import { Bench } from '../bench';
import { Form } from './form';
import { Kubectl } from '../rendering/kubectl';

/** Kinds that pages talk about and that objects are not sent of. */
const VERSIONS = new Map([['Pod', 'v1'], ['PersistentVolumeClaim', 'v1']]);

export const FIELD_FORMS: readonly Form[] = [
  { pattern: /^the field (\S+) is dropped$/, prove: dropped },
  { pattern: /^the server warns: (.+)$/, prove: async ({ warnings }, text) => warnings.some((each) => each.includes(text)) ? undefined : `it warns of ${JSON.stringify(warnings)}` },
  { pattern: /^kubectl apply refuses it: (.+)$/, prove: (bench, text) => refusedByKubectl(bench, text) },
  { pattern: /^kubectl apply --server-side refuses it: (.+)$/, prove: (bench, text) => refusedByKubectl(bench, text, '--server-side') },
  { pattern: /^an event of ([A-Z]\w+) (\S+) says: (.+)$/, prove: says },
  { pattern: /^pod (\S+) has no owner$/, prove: (bench, name) => givenUp(bench, name) },
  { pattern: /^([A-Z]\w+) (\S+) has no ([a-z]\S+)$/, prove: (bench, kind, name, path) => has(bench, kind, name, path, undefined) },
  { pattern: /^([A-Z]\w+) (\S+) has ([a-z]\S+) (.+)$/, prove: (bench, kind, name, path, json) => has(bench, kind, name, path, valueOf(json)) },
];

/** Keys and indices of `spec.containers[0].name` and `labels["a.b/c"]`. */
export function pathOf(path: string): Array<string | number> {
  return [...path.matchAll(/\[(\d+)\]|\["([^"]+)"\]|([^.[\]]+)/g)].map(([, index, quoted, word]) => index === undefined ? quoted ?? word : Number(index));
}

export function at(object: unknown, path: string): unknown {
  return pathOf(path).reduce<any>((value, key) => value?.[key], object);
}

/** JSON, or the word itself. */
function valueOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function read(bench: Bench, kind: string, name: string): Promise<KubernetesObject> {
  const sent = bench.isolated.objects.find((object) => object.kind === kind && object.metadata.name === name);
  const apiVersion = sent?.apiVersion ?? VERSIONS.get(kind);
  if (apiVersion === undefined) throw new Error(`the block has no ${kind} ${name}`);
  return bench.read(sent ?? { apiVersion, kind, metadata: { name, namespace: bench.one(kind, name)?.metadata.namespace ?? bench.namespace } });
}

async function has(bench: Bench, kind: string, name: string, path: string, expected: unknown): Promise<string | undefined> {
  let value: unknown;
  const seen = async () => isDeepStrictEqual(value = at(await read(bench, kind, name), path), expected);
  // What a controller writes comes later; what was sent is there.
  if (path.startsWith('status.')) await bench.until(`${path} of ${kind} ${name} to be ${JSON.stringify(expected)}`, seen);
  return await seen() ? undefined : `it is ${JSON.stringify(value)}`;
}

/** The controller gives a pod up after it has made it. */
async function givenUp(bench: Bench, pod: string): Promise<string | undefined> {
  await bench.until(`pod ${pod} to have no owner`, () => bench.one('Pod', pod)?.metadata.ownerReferences === undefined);
  return bench.one('Pod', pod) === undefined ? 'it is gone' : undefined;
}

async function dropped(bench: Bench, path: string): Promise<string | undefined> {
  const written = bench.isolated.objects.filter((object) => at(object, path) !== undefined);
  if (written.length === 0) return `no object of the block has ${path}`;
  for (const object of written) {
    const value = at(await bench.read(object), path);
    if (value !== undefined) return `${object.kind} ${object.metadata.name} has ${JSON.stringify(value)} there`;
  }
  return undefined;
}

async function says(bench: Bench, kind: string, name: string, text: string): Promise<string | undefined> {
  await bench.until(`an event of ${kind} ${name}: ${text}`, () => bench.all('Event').some(({ involvedObject, message }) =>
    involvedObject.kind === kind && involvedObject.name === name && bench.isolated.told(message ?? '').includes(text)));
  return undefined;
}

const clients = new WeakMap<ControlPlane, Kubectl>();

/** What the kubectl of the cluster's version says of the objects, whose fields it asks the server to know. */
async function refusedByKubectl({ cluster: { plane, version }, isolated }: Bench, text: string, ...flags: readonly string[]): Promise<string | undefined> {
  const kubectl = clients.get(plane) ?? new Kubectl(plane, version);
  clients.set(plane, kubectl);
  const { code, output } = await kubectl.run('apply', ...flags, '--dry-run=server', ...kubectl.each(isolated.objects).flatMap((file) => ['-f', file]));
  if (code === 0) return 'kubectl applies it';
  return isolated.told(output).includes(text) ? undefined : `kubectl says ${isolated.told(output)}`;
}
