import { deepStrictEqual, match, strictEqual } from 'assert';
import { NAMESPACE, ruleFiles, surroundings } from './article-surroundings';
import { ask, configmapReloadImage, configReloaderImage, prometheusImage, query, replicaOf, ruleNames, tellVersions } from './prometheus';
import { PrometheusArticleChart } from '../../../examples/prometheus-article/main';
import { BUSYBOX } from '../../images/library';
import { showDrain, showKill, showScale, showUpdate } from '../columns';
import { Context } from '../context';
import { example, startRendered } from '../example';
import { LiveSet } from '../live-set';
import { addresses, everyServer, leadsTo } from '../lookup';
import { restart } from '../rollout';
import { Scenario } from '../scenario';

const REGISTRY = 'registry.cn-beijing.aliyuncs.com/kubesphereio';
/** Of the pod template: as the article prints it, and from 1.34 on, hashed without `creationTimestamp: null`: kubernetes/kubernetes#134773. */
const REVISIONS = { before: 'prometheus-k8s-957d4c968', from34: 'prometheus-k8s-6dc66dbcd6' };
const EXPLAINED: ReadonlyMap<string, readonly string[]> = new Map([
  ['statefulset', ['StatefulSet represents a set of pods with consistent identities.', 'a given network identity will always map to the same storage identity.']],
  ['statefulset.spec', [
    'podManagementPolicy controls how pods are created during initial scale up, when replacing pods on nodes, or when scaling down. The default policy is `OrderedReady`',
    'on scale down will delete all pods at once.',
    'If unspecified, defaults to 1.',
    'The default value is 10.',
    'This service must exist before the StatefulSet, and is responsible for the network identity of the set.',
    'Pods get DNS/hostnames that follow the pattern: pod-specific-string.serviceName.default.svc.cluster.local where "pod-specific-string" is managed by the StatefulSet controller.',
    'selector is a label query over pods that should match the replica count.',
    "It must match the pod template's labels.",
    'updateStrategy indicates the StatefulSetUpdateStrategy that will be employed to update Pods in the StatefulSet when a revision is made to Template.',
    'have a unique identity from the rest of the StatefulSet.',
    'Every claim in this list must have at least one matching (by name) volumeMount in one container in the template.',
  ]],
  ['statefulset.spec.updateStrategy', ['Type indicates the type of the StatefulSetUpdateStrategy.', 'Default is RollingUpdate.']],
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
    const rendered = example(context, PrometheusArticleChart);
    const order = rendered.objects.map(({ kind, metadata: { name } }) => `${kind} ${name}`);
    strictEqual(order.indexOf('Service prometheus-operated') < order.indexOf('StatefulSet prometheus-k8s'), true, 'the Service must exist before the StatefulSet');
    const set = await startRendered(context, rendered);
    await printed(context, set);
    await tellVersions(context, PODS[0]);
    await named(context, set);
    await replaced(context, set);
    await rulesChanged(context);
    const [{ value: [time] }] = await query(context, PODS[1], 'up');
    const haveSamples = async () => { for (const pod of PODS) await hasSamples(context, pod, time); };
    await showScale(context, set, async ({ name }) => strictEqual(await replicaOf(context, name), name), haveSamples);
    await showUpdate(context, set, () => restart(context, set), haveSamples, 240);
    // The other replica answers while a node is away; the one of that node comes back with its samples.
    await showDrain(context, set, (await set.pod(1)).node, {
      away: async () => strictEqual((await query(context, PODS[0], 'vector(1)')).length, 1),
      back: haveSamples,
    });
  },
};

async function hasSamples(context: Context, pod: string, time: number): Promise<void> {
  strictEqual((await query(context, pod, 'up', time)).length, 1, `${pod} has lost the samples of before`);
}

/** What the article shows of the set: its status, its pods with three containers each, its claims, and what `kubectl explain` says. */
async function printed(context: Context, set: LiveSet): Promise<void> {
  const { metadata, status } = await context.until('the status to be settled', 30, async () => {
    const object = await set.object();
    return object.status.currentRevision === object.status.updateRevision && object.status.availableReplicas === 2 && object;
  });
  const { replicas, readyReplicas, currentReplicas, updatedReplicas, currentRevision, updateRevision, observedGeneration, collisionCount } = status;
  const revision = await minor(context) < 34 ? REVISIONS.before : REVISIONS.from34;
  deepStrictEqual({ currentRevision, updateRevision, collisionCount }, { currentRevision: revision, updateRevision: revision, collisionCount: 0 });
  deepStrictEqual({ replicas, readyReplicas, currentReplicas, updatedReplicas }, { replicas: 2, readyReplicas: 2, currentReplicas: 2, updatedReplicas: 2 });
  deepStrictEqual([metadata.generation, observedGeneration], [1, 1]);
  const { items } = await context.client.get(context.path('pods'));
  deepStrictEqual(items.map(({ status: { containerStatuses } }: any) => containerStatuses.filter(({ ready }: any) => ready).length), [3, 3]);
  for (const pod of PODS) strictEqual((await context.exec(pod, ['sh', '-c', 'hostname'])).trim(), pod);
  deepStrictEqual(Object.keys(await set.volumes()).sort(), ['prometheus-k8s-db-prometheus-k8s-0', 'prometheus-k8s-db-prometheus-k8s-1']);
  await explained(context);
}

/** 28 of v1.28.15. */
async function minor({ client }: Context): Promise<number> {
  return Number((await client.get('/version')).gitVersion.split('.')[1]);
}

/** What `kubectl explain` says in the article, sentence by sentence. */
async function explained(context: Context): Promise<void> {
  for (const [field, sentences] of EXPLAINED) {
    const text = (await context.kubectl.run(['explain', field])).replace(/\s+/g, ' ');
    for (const sentence of sentences) strictEqual(text.includes(sentence), true, `kubectl explain ${field} does not say: ${sentence}`);
  }
}

/** The names: those of the pods and of their Service, and those that the article's `dns-client` pings. */
async function named(context: Context, set: LiveSet): Promise<void> {
  const pods = await set.pods();
  const { serviceFqdn } = set.identity;
  for (const { name, ordinal, address } of pods) {
    const { fqdn } = set.identity.pod(ordinal);
    await leadsTo(context, PODS[0], fqdn, address);
    await context.until(`${fqdn} to answer`, 90, async () => (await ask(context, PODS[0], 'status/runtimeinfo', fqdn)).reloadConfigSuccess);
    strictEqual(await replicaOf(context, name), name);
  }
  const all = pods.map(({ address }) => address).sort().join();
  await everyServer(context, PODS[0], 'a', serviceFqdn, (answer) => addresses(answer).sort().join() === all, `with ${all}`);
  const srv = await everyServer(context, PODS[0], 'srv', set.identity.srv('web'), (answer) => answer.match(/service = /g)?.length === pods.length, 'with both');
  for (const { fqdn } of set.identity.pods) match(srv, new RegExp(`service = 0 \\d+ 9090 ${fqdn}\n`));
  await pinged(context);
  context.shows('members see each other');
}

/** As the article does. No echo comes back: a Service of kube-proxy's iptables has an address that answers on its ports alone. */
async function pinged(context: Context): Promise<void> {
  const pod = 'dns-client';
  const container = { name: pod, image: BUSYBOX, command: ['sleep', '3600'] };
  await context.client.create({ apiVersion: 'v1', kind: 'Pod', metadata: { name: pod, namespace: NAMESPACE }, spec: { terminationGracePeriodSeconds: 1, containers: [container] } });
  await context.until(`${pod} to run`, 60, async () => (await context.client.get(context.path(`pods/${pod}`))).status.phase === 'Running');
  const { spec: { clusterIP } } = await context.client.get(context.path('services/prometheus-k8s'));
  for (const name of [`prometheus-k8s.${NAMESPACE}.svc.cluster.local`, `prometheus-k8s.${NAMESPACE}.svc`]) {
    const said = await context.exec(pod, ['sh', '-c', `ping -c 1 -W 1 ${name} || true`]);
    strictEqual(said.startsWith(`PING ${name} (${clusterIP}): 56 data bytes\n`), true, said);
    match(await context.exec(pod, ['timeout', '5', 'wget', '-q', '-O', '-', `http://${name}:9090/-/ready`]), /Ready/);
  }
  // A drain takes no pod that nobody would make again.
  await context.client.delete(context.path(`pods/${pod}`));
}

/** A replaced replica has its samples again. */
async function replaced(context: Context, set: LiveSet): Promise<void> {
  await context.until('samples to be there', 60, async () => (await query(context, PODS[1], 'count_over_time(up[5m]) >= 3')).length === 1);
  const [{ value: [time] }] = await query(context, PODS[1], 'up');
  await showKill(context, set, await set.pod(1), { back: () => hasSamples(context, PODS[1], time) }, 180);
}

async function rulesChanged(context: Context): Promise<void> {
  for (const pod of PODS) deepStrictEqual(await ruleNames(context, pod), ['first']);
  await context.apply({ objects: [ruleFiles('second')] });
  for (const pod of PODS) await context.until(`${pod} to have the new rule`, 180, async () => (await ruleNames(context, pod)).join() === 'second');
}
