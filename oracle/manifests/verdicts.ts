import { Applied, Bench } from './bench';
import { settleBesides } from './besides';
import { isReady, wantedPods } from './pods';
import { ServerClaim } from './server-claim';
import { KubernetesObject } from '../../e2e/control-plane/resource-paths';

/** Holds the objects of a block against what the page says of this version. @returns the first difference */
export async function proveClaim(bench: Bench, { verdict, seen }: ServerClaim): Promise<string | undefined> {
  await bench.prepare();
  const rejected = verdict.kind === 'rejected';
  const tried = await bench.apply(rejected);
  // What only another object of the block is in the way of is refused once that one is there.
  const applied = rejected && tried.refusals.length === 0 ? await bench.apply(false) : tried;
  if (rejected) return refusedWith(verdict.text, applied);
  if (applied.refusals.length > 0) return `the server rejects it: ${applied.refusals.join('; ')}`;
  const first = await proveVerdict(bench, verdict);
  if (first !== undefined) return first;
  for (const { text, form, words } of seen) {
    const difference = await form.prove(bench, ...words);
    if (difference !== undefined) return `"${text}" is not so: ${difference}`;
  }
  return undefined;
}

function refusedWith(text: string, { refusals }: Applied): string | undefined {
  if (refusals.length === 0) return 'the server accepts it';
  return refusals.some((said) => said.includes(text)) ? undefined : `the server rejects it: ${refusals.join('; ')}`;
}

async function proveVerdict(bench: Bench, verdict: Exclude<ServerClaim['verdict'], { kind: 'rejected' }>): Promise<string | undefined> {
  const sets = await setsOf(bench);
  switch (verdict.kind) {
    case 'accepted': return undefined;
    case 'runs':
      if (sets.length === 0) return 'it has no StatefulSet that could run pods';
      await settleBesides(bench);
      return run(bench, sets);
    case 'crashes': return crash(bench, verdict.text);
    case 'stops': {
      const named = sets.filter(({ metadata }) => verdict.set === undefined || metadata.name === verdict.set);
      if (named.length === 0) return `there is no StatefulSet ${verdict.set ?? ''}`;
      const others = sets.filter((set) => !named.includes(set));
      for (const set of named) {
        const difference = await stop(bench, set, verdict);
        if (difference !== undefined) return difference;
      }
      return run(bench, others);
    }
  }
}

/** The sets of the block, once the controller has seen them; it may be gone where it crashes. */
async function setsOf(bench: Bench): Promise<KubernetesObject[]> {
  const sent = new Map(bench.isolated.objects.filter(({ kind, apiVersion }) => kind === 'StatefulSet' && apiVersion === 'apps/v1')
    .map((set) => [`${set.metadata.namespace}/${set.metadata.name}`, set]));
  return bench.until('the sets to be there', () => {
    const live = [...sent.values()].map(({ metadata }) => bench.cluster.one('StatefulSet', metadata.namespace!, metadata.name));
    return live.every((set) => set !== undefined) && live as KubernetesObject[];
  });
}

async function run(bench: Bench, sets: readonly KubernetesObject[]): Promise<string | undefined> {
  for (const { metadata: { name, namespace } } of sets) {
    let failed: string | undefined;
    const pods = () => wantedPods(bench.cluster.one('StatefulSet', namespace!, name)!);
    await bench.until(`the pods of ${name} to be ready`, () => {
      failed = failure(bench, namespace!, name);
      const set = bench.cluster.one('StatefulSet', namespace!, name)!;
      return failed !== undefined || set.status?.observedGeneration === set.metadata.generation && pods().every((pod) => isReady(bench.cluster.one('Pod', namespace!, pod)));
    });
    if (failed !== undefined) return `${name} does not get its pods: ${bench.isolated.told(failed)}`;
  }
  return undefined;
}

/** What the controller complains of. */
function failure(bench: Bench, namespace: string, name: string): string | undefined {
  return bench.cluster.all('Event', namespace).find(({ reason, involvedObject }) => reason === 'FailedCreate' && involvedObject.name === name)?.message;
}

interface Stop { readonly pods: number; readonly of?: number; readonly event?: string }

async function stop(bench: Bench, { metadata: { name, namespace } }: KubernetesObject, { pods, of, event }: Stop): Promise<string | undefined> {
  const set = () => bench.cluster.one('StatefulSet', namespace!, name)!;
  const wanted = wantedPods(set());
  if (of !== undefined && wanted.length !== of) return `${name} wants ${wanted.length} pods`;
  const made = () => wanted.filter((pod) => isMade(bench.cluster.one('Pod', namespace!, pod))).length;
  const said = event === undefined ? settle(bench, namespace!, name) : bench.until(`an event: ${event}`, () => bench.event(event) ?? everyPod(wanted, bench, namespace!));
  await said.catch((error: Error) => { throw new Error(`${error.message}; events: ${JSON.stringify(bench.all('Event').map(({ message }) => message))}`); });
  if (event !== undefined && !bench.event(event)) return `every pod of ${name} runs`;
  await bench.until(`${name} to have ${pods} of ${wanted.length} pods`, () => made() === pods).catch(() => undefined);
  return made() === pods ? undefined : `${name} makes ${made()} of ${wanted.length} pods`;
}

/** Whether the controller has made the pod, and not somebody else. A set can lose such a pod, which then runs on. */
function isMade(pod: KubernetesObject | undefined): boolean {
  return pod?.metadata.labels?.['statefulset.kubernetes.io/pod-name'] !== undefined;
}

function everyPod(names: readonly string[], bench: Bench, namespace: string): boolean {
  return names.every((name) => isReady(bench.cluster.one('Pod', namespace, name)));
}

/** Without an event to wait for: the controller has seen this set, and one that is made later has its pod. */
async function settle(bench: Bench, namespace: string, name: string): Promise<void> {
  await bench.until(`the controller to see ${name}`, () => {
    const set = bench.cluster.one('StatefulSet', namespace, name)!;
    return set.status?.observedGeneration === set.metadata.generation;
  });
  const fence = bench.fenceName();
  const labels = { fence };
  await bench.client.create({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: fence, namespace },
    spec: { serviceName: fence, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: fence, image: fence }] } } },
  });
  await bench.until('the pod of a set that was made later', () => isReady(bench.cluster.one('Pod', namespace, `${fence}-0`)));
}

async function crash(bench: Bench, text: string): Promise<string | undefined> {
  const { controllers } = bench.cluster.plane;
  await bench.until('kube-controller-manager to end', () => controllers.hasEnded);
  const { log } = controllers;
  if (log.includes(text)) return undefined;
  return `it says:\n${log.split('\n').filter((line) => /panic|fatal|runtime error/i.test(line)).join('\n')}\nand ends with:\n${controllers.lastLines}`;
}

/** Whether a claim takes the controllers with it, so that nothing else can be proved beside it. */
export function isLonely({ verdict }: ServerClaim): boolean {
  return verdict.kind === 'crashes';
}
