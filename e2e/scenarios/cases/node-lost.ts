import { strictEqual } from 'assert';
import { dirname, join } from 'path';
import { runningContainersOf } from '../../cluster/node/ctr';
import { LostNode } from '../../cluster/node/lost-node';
import { isReady } from '../../control-plane/pod-status';
import { KubernetesObject } from '../../control-plane/resource-paths';
import { BUSYBOX } from '../../images/library';
import { RESTRICTED } from '../client-pod';
import { Context } from '../context';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { ourCluster } from '../our-cluster';
import { Scenario } from '../scenario';

/** Seconds: a node is unknown 40 s after its last sign of life, from Kubernetes 1.32 on 50 s, and busy machines need some for the rest. */
const UNKNOWN = 100;
/** Seconds: the garbage collector of pods looks every 20 s. */
const COLLECTED = 60;
/** What an administrator says of a node that is switched off for sure. */
const OUT_OF_SERVICE = 'node.kubernetes.io/out-of-service=nodeshutdown:NoExecute';
/** Every pod is given 300 s for both, unless it says otherwise. */
const TOLERATIONS = ['not-ready', 'unreachable'].map((what) => ({ key: `node.kubernetes.io/${what}`, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 0 }));

export const nodeLost: Scenario = {
  name: 'node-lost',
  law: 'a member of a lost node is not replaced until somebody says that the node is out of service; a pod of a Deployment is',
  disturbs: true,
  ours: true,
  run: async (context) => {
    const set = await LiveSet.start(context, tolerant(context.synth((chart) => memberSet(chart, { claim: false }))));
    const before = await set.pod(0);
    const { node } = before;
    await context.client.create(deployment(context.namespace, node));
    const [loose] = await running(context, (pod) => pod.spec.nodeName === node);

    const folder = join(dirname(ourCluster()!.kubeconfig), node);
    const runs = () => runningContainersOf(join(folder, 'containerd.sock'), before.uid);
    strictEqual((await runs()).length, 2, 'a pod is its pause container and one more');
    const lost = new LostNode(folder);
    const start = performance.now();
    const since = () => (performance.now() - start) / 1000;
    context.atEnd(() => back(context, node, lost));
    await lost.lose();
    context.step(`${node} is lost, with ${before.name}`);

    const current = () => set.pod(before.ordinal);
    await context.until(`${before.name} not to be ready any more`, UNKNOWN, async () => !(await current()).ready);
    context.measure('a member of a lost node is still said to be ready', since());
    await running(context, (pod) => pod.metadata.name !== loose.metadata.name);
    context.measure('until another pod of a Deployment is ready, without toleration', since());
    // By now the controller of the set has seen the same.
    const ending = await context.until(`${before.name} to be about to go`, 10, async () => (await current()).ending && current());
    strictEqual(ending.uid, before.uid);

    await context.kubectl.run(['taint', 'node', node, OUT_OF_SERVICE]);
    const said = performance.now();
    const after = await set.whenReplaced(before, COLLECTED);
    context.measure('until the member is ready elsewhere, since the node is said to be out of service', (performance.now() - said) / 1000);
    strictEqual(after.name, before.name);
    strictEqual(after.node === node, false);

    // Nobody has told the node: until it hears of it, the member exists twice.
    lost.bringBack();
    await context.until(`${node} to end what it runs of ${before.name}`, UNKNOWN, async () => (await runs()).length === 0);
    strictEqual((await current()).uid, after.uid);
  },
};

function tolerant<T extends { readonly objects: readonly KubernetesObject[] }>(rendered: T): T {
  for (const { kind, spec } of rendered.objects) if (kind === 'StatefulSet') spec.template.spec.tolerations = TOLERATIONS;
  return rendered;
}

/** Of a Deployment, whose pods are of no name: it may well have two of them. */
function deployment(namespace: string, node: string): KubernetesObject {
  const labels = { 'app.kubernetes.io/name': 'loose' };
  const here = { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [node] }] };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'loose', namespace },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference: here }] } },
          tolerations: TOLERATIONS,
          securityContext: RESTRICTED.pod,
          containers: [{ name: 'loose', image: BUSYBOX, command: ['sleep', '3600'], securityContext: RESTRICTED.container }],
        },
      },
    },
  };
}

/** The pods of the Deployment that are ready. */
function running(context: Context, wanted: (pod: KubernetesObject) => boolean): Promise<KubernetesObject[]> {
  return context.until('a pod of the Deployment to be ready', UNKNOWN, async () => {
    const { items } = await context.client.get(`${context.path('pods')}?labelSelector=app.kubernetes.io%2Fname%3Dloose`);
    const found = items.filter((pod: KubernetesObject) => wanted(pod) && !pod.metadata.deletionTimestamp && isReady(pod));
    return found.length > 0 && found;
  });
}

/** Nothing of the node stays as it was made here. */
async function back(context: Context, node: string, lost: LostNode): Promise<void> {
  lost.bringBack();
  const isTainted = ({ spec }: KubernetesObject) => spec.taints?.some(({ key }: any) => OUT_OF_SERVICE.startsWith(`${key}=`)) ?? false;
  if (isTainted(await context.client.get(`/api/v1/nodes/${node}`))) await context.kubectl.run(['taint', 'node', node, `${OUT_OF_SERVICE}-`]);
  await context.until(`${node} to be ready again`, UNKNOWN, async () => {
    const object = await context.client.get(`/api/v1/nodes/${node}`);
    return isReady(object) && !object.spec.taints;
  });
}
