import { KubernetesObject } from '../../../e2e/control-plane/resource-paths';
import { Bench } from '../bench';
import { isReady, wantedPods } from '../pods';
import { makeUnready } from './budgets';
import { onlySet } from './claims';
import { Form } from './form';

const REVISION = 'controller-revision-hash';

export const UPDATE_FORMS: readonly Form[] = [
  { pattern: /^the update stops at pod (\S+)$/, prove: stopsAt },
  { pattern: /^an update replaces no pod$/, prove: async (bench) => stopsAt(bench, wantedPods(onlySet(bench)).at(-1)!) },
  { pattern: /^an update replaces every pod$/, prove: replacesAll },
  { pattern: /^an update deletes pod (\S+) while (?:pod )?(\S+) is not ready$/, prove: despite },
  { pattern: /^an update does not wait for minReadySeconds$/, prove: hurries },
  { pattern: /^updates delete pods (\S+) and (\S+) at the same time$/, prove: atOnce },
  { pattern: /^no earlier revision is kept after an update$/, prove: noHistory },
  { pattern: /^a deleted pod is gone before its kubelet has stopped it$/, prove: goneAtOnce },
  { pattern: /^a scale to (\d+) is undone by the next apply$/, prove: undone },
  { pattern: /^pod (\S+) is not created before pod (\S+) is ready$/, prove: waits },
];

/** Changes the template, as a new image would. */
async function update(bench: Bench, set: KubernetesObject = onlySet(bench)): Promise<string> {
  const now = () => bench.one('StatefulSet', set.metadata.name)!;
  const old = set.status.updateRevision;
  const { metadata: { generation } } = await bench.client.patch<KubernetesObject>(
    await bench.client.pathOf(set), { spec: { template: { metadata: { annotations: { 'example.org/changed': 'yes' } } } } });
  return bench.until('the controller to see the new template', () => {
    const { status } = now();
    return status.observedGeneration >= generation && status.updateRevision !== old && status.updateRevision;
  });
}

/** The controller deletes the next pod before it writes the status that counts the last one: with it, all is decided. */
async function stopsAt(bench: Bench, pod: string): Promise<string | undefined> {
  const revision = await update(bench);
  const names = wantedPods(onlySet(bench));
  const pods = await bench.until('the update to come no further', async () => {
    const { status, metadata: { namespace } } = onlySet(bench);
    const now = await Promise.all(names.map((name) => bench.client.get<KubernetesObject>(`/api/v1/namespaces/${namespace}/pods/${name}`)));
    const updated = now.filter(({ metadata }) => metadata.labels[REVISION] === revision).length;
    return now.every(isReady) && status.readyReplicas === names.length && (status.updatedReplicas ?? 0) === updated && now;
  });
  const old = pods.filter(({ metadata }) => metadata.labels[REVISION] !== revision).map(({ metadata }) => metadata.name).at(-1);
  return old === pod ? undefined : old === undefined ? 'every pod is updated' : `it stops at pod ${old}`;
}

async function replacesAll(bench: Bench): Promise<string | undefined> {
  const revision = await update(bench);
  const names = wantedPods(onlySet(bench));
  await bench.until('every pod to be updated', () => names.every((name) => isReady(bench.one('Pod', name)) && bench.one('Pod', name)!.metadata.labels[REVISION] === revision));
  return undefined;
}

/** The last pod is made before the first one has been ready for so long. */
async function hurries(bench: Bench): Promise<string | undefined> {
  const difference = await replacesAll(bench);
  if (difference !== undefined) return difference;
  const { minReadySeconds } = onlySet(bench).spec;
  const made = wantedPods(onlySet(bench)).map((name) => Date.parse(bench.one('Pod', name)!.metadata.creationTimestamp) / 1000);
  const took = Math.max(...made) - Math.min(...made);
  return took < minReadySeconds ? undefined : `it takes ${took} seconds from the first to the last pod`;
}

/** The new pods do not start: both are seen not to run, which they would in turn if one update waited for the other. */
async function atOnce(bench: Bench, ...names: readonly string[]): Promise<string | undefined> {
  const { kubelet } = bench.cluster;
  const { namespace } = bench.one('Pod', names[0])!.metadata;
  for (const name of names) kubelet.hold(namespace!, name);
  await Promise.all(bench.all('StatefulSet').map((set) => update(bench, set)));
  await bench.until(`the pods ${names.join(' and ')} to be replaced`, () => names.every((name) => kubelet.waits(namespace!, name)));
  for (const name of names) await kubelet.release(namespace!, name);
  return undefined;
}

async function noHistory(bench: Bench): Promise<string | undefined> {
  const revision = await update(bench);
  const set = onlySet(bench);
  await bench.until('every pod to be updated', () => onlySet(bench).status.currentRevision === revision);
  await bench.until('one revision to be left', async () => {
    const { items } = await bench.client.get(`/apis/apps/v1/namespaces/${set.metadata.namespace}/controllerrevisions`);
    return items.filter(({ metadata }: KubernetesObject) => metadata.ownerReferences?.[0].uid === set.metadata.uid).length === 1;
  });
  return undefined;
}

/** The kubelet would not remove it, and another takes its place. */
async function goneAtOnce(bench: Bench): Promise<string | undefined> {
  const { namespace } = onlySet(bench).metadata;
  const [name] = wantedPods(onlySet(bench));
  const pod = bench.one('Pod', name)!;
  bench.cluster.kubelet.keep(namespace!, name);
  await bench.client.delete(await bench.client.pathOf(pod));
  const stays = !await bench.gone(pod) && (await bench.read(pod)).metadata.uid === pod.metadata.uid;
  await bench.cluster.kubelet.release(namespace!, name);
  return stays ? 'it stays until then' : undefined;
}

async function despite(bench: Bench, deleted: string, unready: string): Promise<string | undefined> {
  await makeUnready(bench, unready);
  const { uid } = bench.one('Pod', deleted)!.metadata;
  await update(bench);
  await bench.until(`the pod ${deleted} to be deleted`, () => bench.one('Pod', deleted)?.metadata.uid !== uid || bench.one('Pod', deleted)!.metadata.deletionTimestamp !== undefined);
  return isReady(bench.one('Pod', unready)) ? `${unready} is ready by then` : undefined;
}

async function undone(bench: Bench, replicas: string): Promise<string | undefined> {
  const set = bench.isolated.objects.find(({ kind }) => kind === 'StatefulSet')!;
  const path = await bench.client.pathOf(set);
  await bench.client.patch(`${path}/scale`, { spec: { replicas: Number(replicas) } });
  const { spec } = await bench.client.patch<KubernetesObject>(path, set);
  return spec.replicas === Number(replicas) ? 'it is kept' : undefined;
}

/** All pods are there already: the first is taken back, and both are made anew. */
async function waits(bench: Bench, late: string, first: string): Promise<string | undefined> {
  const { namespace } = onlySet(bench).metadata;
  const before = [first, late].map((name) => bench.one('Pod', name)!.metadata.uid);
  bench.cluster.kubelet.hold(namespace!, first);
  await Promise.all([late, first].map((name) => bench.client.delete(`/api/v1/namespaces/${namespace}/pods/${name}`)));
  await bench.until(`the new pod ${first}`, () => bench.cluster.kubelet.waits(namespace!, first) && bench.one('Pod', first)?.metadata.uid !== before[0]);
  await bench.until(`the pod ${late} to be gone`, () => bench.one('Pod', late)?.metadata.uid !== before[1]);
  await bench.until('the controller to count', () => onlySet(bench).status.replicas === wantedPods(onlySet(bench)).indexOf(late));
  const early = bench.one('Pod', late) !== undefined;
  await bench.cluster.kubelet.release(namespace!, first);
  return early ? `${late} is created while ${first} is not ready` : undefined;
}
