import { ApiError } from '../../../e2e/control-plane/api-error';
import { KubernetesObject } from '../../../e2e/control-plane/resource-paths';
import { selects } from '../../../src/rules/selector';
import { Bench, refusal } from '../bench';
import { isReady, wantedPods } from '../pods';
import { onlySet } from './claims';
import { Form } from './form';

export const BUDGET_FORMS: readonly Form[] = [
  { pattern: /^evictions are refused: (.+)$/, prove: async (bench, text) => refused(text, await evictOne(bench)) },
  {
    pattern: /^evicting pod (\S+) while it is not ready is refused: (.+)$/,
    prove: async (bench, name, text) => {
      await makeUnready(bench, name);
      return refused(text, await evict(bench, bench.one('Pod', name)!));
    },
  },
  {
    pattern: /^while no pod is ready, evictions are refused: (.+)$/,
    prove: async (bench, text) => {
      for (const pod of bench.all('Pod').filter(isReady)) await makeUnready(bench, pod.metadata.name);
      return refused(text, await evict(bench, bench.all('Pod')[0]));
    },
  },
  { pattern: /^the next pod is evicted before minReadySeconds have passed$/, prove: nextEvicted },
  { pattern: /^every pod can be evicted at once$/, prove: everyPod },
  { pattern: /^the budget(?: (\S+))? allows (\d+) disruptions?$/, prove: (bench, name, count) => allows(bench, name, Number(count)) },
];

async function allows(bench: Bench, name: string | undefined, count: number): Promise<string | undefined> {
  const budgets = bench.all('PodDisruptionBudget').filter(({ metadata }) => name === undefined || metadata.name === name);
  if (budgets.length !== 1) return `there are ${budgets.length} budgets${name ? ` ${name}` : ''}`;
  const settled = await settle(bench, budgets[0]);
  return settled.status.disruptionsAllowed === count ? undefined : `the budget ${settled.metadata.name} allows ${settled.status.disruptionsAllowed}`;
}

/** Waits until the controller has counted the pods that are ready, or has said why it cannot. */
async function settle(bench: Bench, { metadata: { name, namespace } }: KubernetesObject): Promise<KubernetesObject> {
  return bench.until(`the budget ${name} to be counted`, () => {
    const budget = bench.cluster.one('PodDisruptionBudget', namespace!, name)!;
    const { status = {}, metadata, spec } = budget;
    const failed = (status.conditions ?? []).some(({ reason }: { reason: string }) => reason === 'SyncFailed');
    const healthy = bench.cluster.all('Pod', namespace!).filter((pod) => isReady(pod) && selects(spec.selector, pod.metadata.labels ?? {})).length;
    return status.observedGeneration === metadata.generation && (failed || status.currentHealthy === healthy) && budget;
  });
}

async function evictOne(bench: Bench): Promise<string | undefined> {
  for (const budget of bench.all('PodDisruptionBudget')) await settle(bench, budget);
  const selected = bench.all('PodDisruptionBudget').flatMap(({ metadata, spec }) =>
    bench.cluster.all('Pod', metadata.namespace!).filter((pod) => isReady(pod) && selects(spec.selector, pod.metadata.labels ?? {})));
  const [pod] = selected.length > 0 ? selected : bench.all('Pod');
  return evict(bench, pod);
}

/** @returns what the server says against it; undefined where it agrees */
async function evict(bench: Bench, { metadata: { name, namespace } }: KubernetesObject): Promise<string | undefined> {
  try {
    await bench.client.post(`/api/v1/namespaces/${namespace}/pods/${name}/eviction`, { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } });
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return bench.isolated.told([refusal(error), ...error.causes.map(({ message }) => message)].join('; '));
  }
}

/** Evicts the highest pod, lets it come back, and evicts the lowest. */
async function nextEvicted(bench: Bench): Promise<string | undefined> {
  const set = onlySet(bench);
  const [low, high] = [wantedPods(set)[0], wantedPods(set).at(-1)!];
  const { uid } = bench.one('Pod', high)!.metadata;
  for (const budget of bench.all('PodDisruptionBudget')) await settle(bench, budget);
  const { kubelet } = bench.cluster;
  // A pod that comes back before the controller has seen it go would count as evicted for two minutes.
  kubelet.keep(set.metadata.namespace!, high);
  const first = await evict(bench, bench.one('Pod', high)!);
  if (first !== undefined) return `the first eviction is refused: ${first}`;
  await bench.until(`the budget to see ${high} go`, () => bench.all('PodDisruptionBudget').every(({ status }) => !status.disruptedPods?.[high]
    && status.currentHealthy === wantedPods(set).length - 1));
  await kubelet.release(set.metadata.namespace!, high);
  await bench.until(`the new pod ${high}`, () => isReady(bench.one('Pod', high)) && bench.one('Pod', high)!.metadata.uid !== uid);
  await bench.until('the budget to allow the next one', () => bench.all('PodDisruptionBudget').every(({ status }) => status.disruptionsAllowed > 0));
  const second = await evict(bench, bench.one('Pod', low)!);
  if (second !== undefined) return `the second eviction is refused: ${second}`;
  const passed = (Date.now() - Date.parse(bench.one('Pod', high)!.metadata.creationTimestamp)) / 1000;
  return passed < set.spec.minReadySeconds ? undefined : `${passed} seconds have passed by then`;
}

async function everyPod(bench: Bench): Promise<string | undefined> {
  for (const budget of bench.all('PodDisruptionBudget')) await settle(bench, budget);
  const said = await Promise.all(bench.all('Pod').map((pod) => evict(bench, pod)));
  return said.find((text) => text !== undefined);
}

/** Reports a pod as not ready, and waits until the budgets know. */
export async function makeUnready(bench: Bench, name: string): Promise<void> {
  const { namespace } = bench.one('Pod', name)!.metadata;
  // The API shows the pod as ready a moment before the kubelet has its answer.
  await bench.until(`the kubelet of ${name} to have told`, () => bench.cluster.kubelet.address(namespace!, name));
  await bench.cluster.kubelet.setReady(namespace!, name, false);
  await bench.until(`the pod ${name} not to be ready`, () => !isReady(bench.one('Pod', name)));
  for (const budget of bench.all('PodDisruptionBudget')) await settle(bench, budget);
}

function refused(text: string, said: string | undefined): string | undefined {
  if (said === undefined) return 'the pod is evicted';
  return said.includes(text) ? undefined : `it says: ${said}`;
}
