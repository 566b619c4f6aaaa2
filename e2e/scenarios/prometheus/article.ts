import { deepStrictEqual, match, strictEqual } from 'assert';
import { NAMESPACE, ruleFiles, surroundings } from './article-surroundings';
import { ask, configmapReloadImage, configReloaderImage, prometheusImage, query, ruleNames, tellVersions } from './prometheus';
import { PrometheusArticleChart } from '../../../examples/prometheus-article/main';
import { BUSYBOX } from '../../images/library';
import { startClient } from '../client-pod';
import { Context } from '../context';
import { startExample } from '../example';
import { LiveSet } from '../live-set';
import { drain, uncordon } from '../nodes';
import { restart, whenUpdated } from '../rollout';
import { Scenario } from '../scenario';

const REGISTRY = 'registry.cn-beijing.aliyuncs.com/kubesphereio';
/** Of the pod template as the article prints it, by every controller before 1.34. */
const REVISION = 'prometheus-k8s-957d4c968';
const EXPLAINED: ReadonlyMap<string, readonly string[]> = new Map([
  ['statefulset', ['StatefulSet represents a set of pods with consistent identities.', 'a given network identity will always map to the same storage identity.']],
  ['statefulset.spec', [
    'podManagementPolicy controls how pods are created during initial scale up, when replacing pods on nodes, or when scaling down. The default policy is `OrderedReady`',
    'on scale down will delete all pods at once.',
    'If unspecified, defaults to 1.',
    'The default value is 10.',
    'This service must exist before the StatefulSet, and is responsible for the network identity of the set.',
    'have a unique identity from the rest of the StatefulSet.',
    'Every claim in this list must have at least one matching (by name) volumeMount in one container in the template.',
  ]],
  ['statefulset.spec.updateStrategy.rollingUpdate', ['Partition indicates the ordinal at which the StatefulSet should be partitioned', 'The default value is 0.']],
]);
const PODS = ['prometheus-k8s-0', 'prometheus-k8s-1'];

export const prometheusArticle: Scenario = {
  name: 'prometheus-article',
  law: 'the Prometheus of the article runs as it is printed, and the controller gives its template the revision that is printed',
  system: 'Prometheus of the article',
  namespace: NAMESPACE,
  privileged: true,
  disturbs: true,
  images: () => [
    prometheusImage(`${REGISTRY}/prometheus:v2.26.0`),
    configReloaderImage(`${REGISTRY}/prometheus-config-reloader:v0.42.1`),
    configmapReloadImage(`${REGISTRY}/configmap-reload:v0.3.0`),
  ],
  run: async (context) => {
    await context.apply({ objects: surroundings() });
    const set = await startExample(context, PrometheusArticleChart);
    await printed(context, set);
    await tellVersions(context, PODS[0]);
    await named(context);
    await replaced(context, set);
    await rulesChanged(context);
    await set.scale(3);
    await set.whenComplete();
    strictEqual(await replicaOf(context, 'prometheus-k8s-2'), 'prometheus-k8s-2');
    await set.scale(2);
    await set.whenComplete();
    context.shows('scale');
    const history = await set.follow();
    await restart(context, set);
    await whenUpdated(context, set, 240);
    deepStrictEqual((await history.told(6)).filter((event) => event.startsWith('deleted')), ['deleted 1', 'deleted 0']);
    context.shows('rolling update');
    await drained(context, set);
  },
};

/** What the article shows of the set: its status, its pods with three containers each, its claims, and what `kubectl explain` says. */
async function printed(context: Context, set: LiveSet): Promise<void> {
  const { metadata, status } = await context.until('the status to be settled', 30, async () => {
    const object = await set.object();
    return object.status.currentRevision === object.status.updateRevision && object.status.availableReplicas === 2 && object;
  });
  const { replicas, readyReplicas, currentReplicas, updatedReplicas, currentRevision, updateRevision, observedGeneration, collisionCount } = status;
  const revision = await hashesAsPrinted(context) ? REVISION : updateRevision;
  deepStrictEqual({ currentRevision, updateRevision, collisionCount }, { currentRevision: revision, updateRevision: revision, collisionCount: 0 });
  deepStrictEqual({ replicas, readyReplicas, currentReplicas, updatedReplicas }, { replicas: 2, readyReplicas: 2, currentReplicas: 2, updatedReplicas: 2 });
  deepStrictEqual([metadata.generation, observedGeneration], [1, 1]);
  const { items } = await context.client.get(context.path('pods'));
  deepStrictEqual(items.map(({ status: { containerStatuses } }: any) => containerStatuses.filter(({ ready }: any) => ready).length), [3, 3]);
  for (const pod of PODS) strictEqual((await context.exec(pod, ['sh', '-c', 'hostname'])).trim(), pod);
  deepStrictEqual(Object.keys(await set.volumes()).sort(), ['prometheus-k8s-db-prometheus-k8s-0', 'prometheus-k8s-db-prometheus-k8s-1']);
  await explained(context);
}

/** From 1.34 on the hash is one of a template without `creationTimestamp: null`: kubernetes/kubernetes#134773. */
async function hashesAsPrinted({ client }: Context): Promise<boolean> {
  const { gitVersion } = await client.get('/version');
  return Number(gitVersion.split('.')[1]) < 34;
}

/** What `kubectl explain` says in the article, sentence by sentence. */
async function explained(context: Context): Promise<void> {
  for (const [field, sentences] of EXPLAINED) {
    const text = (await context.kubectl.run(['explain', field])).replace(/\s+/g, ' ');
    for (const sentence of sentences) strictEqual(text.includes(sentence), true, `kubectl explain ${field} does not say: ${sentence}`);
  }
}

/** The names, as the article's `dns-client` asks for them. */
async function named(context: Context): Promise<void> {
  for (const pod of PODS) {
    const host = `${pod}.prometheus-operated.${NAMESPACE}.svc.cluster.local`;
    await context.until(`${host} to answer`, 90, async () => (await ask(context, PODS[0], 'status/runtimeinfo', host)).reloadConfigSuccess);
    strictEqual(await replicaOf(context, pod), pod);
  }
  const dnsClient = await startClient(context, BUSYBOX);
  for (const name of [`prometheus-k8s.${NAMESPACE}.svc.cluster.local`, `prometheus-k8s.${NAMESPACE}.svc`]) {
    match(await context.exec(dnsClient, ['timeout', '5', 'wget', '-q', '-O', '-', `http://${name}:9090/-/ready`]), /Ready/);
  }
  context.shows('members see each other');
}

/** The external label that tells the replicas apart, filled in by the reloader. */
async function replicaOf(context: Context, pod: string): Promise<string | undefined> {
  return /prometheus_replica: (\S+)/.exec((await ask(context, pod, 'status/config')).yaml)?.[1];
}

/** A replaced replica has its samples again. */
async function replaced(context: Context, set: LiveSet): Promise<void> {
  await context.until('samples to be there', 60, async () => (await query(context, PODS[1], 'count_over_time(up[5m]) >= 3')).length === 1);
  const [{ value: [time] }] = await query(context, PODS[1], 'up');
  const before = await set.pod(1);
  await set.remove(before);
  await set.whenReplaced(before, 180);
  strictEqual((await query(context, PODS[1], 'up', time)).length, 1, 'the samples from before the replacement are gone');
  context.shows('kill');
}

/** The other replica answers while a node is away; the one of that node comes back with its samples. */
async function drained(context: Context, set: LiveSet): Promise<void> {
  const [{ value: [time] }] = await query(context, PODS[1], 'up');
  const { node } = await set.pod(1);
  await drain(context, node);
  strictEqual((await query(context, PODS[0], 'vector(1)')).length, 1);
  await uncordon(context, node);
  await set.whenComplete();
  strictEqual((await query(context, PODS[1], 'up', time)).length, 1, 'the samples from before the drain are gone');
  context.shows('drain');
}

async function rulesChanged(context: Context): Promise<void> {
  for (const pod of PODS) deepStrictEqual(await ruleNames(context, pod), ['first']);
  await context.apply({ objects: [ruleFiles('second')] });
  for (const pod of PODS) await context.until(`${pod} to have the new rule`, 180, async () => (await ruleNames(context, pod)).join() === 'second');
}
