import { Bench } from './bench';
import { isReady } from './pods';
import { KubernetesObject } from '../../e2e/control-plane/resource-paths';
import { selects } from '../../src/rules/selector';

/** Waits for what other controllers than that of StatefulSets make of a block: its sentences may be about that too. */
export async function settleBesides(bench: Bench): Promise<void> {
  for (const object of bench.isolated.objects) await WAITS.get(object.kind)?.(bench, object);
}

const WAITS = new Map<string, (bench: Bench, object: KubernetesObject) => Promise<unknown>>([
  ['PodDisruptionBudget', (bench, { metadata: { name } }) => bench.until(`the budget ${name} to be there`, () => bench.one('PodDisruptionBudget', name) !== undefined)],
  ['Deployment', (bench, { metadata: { name, namespace }, spec }) => bench.until(`the pods of Deployment ${name} to be ready`, () =>
    bench.cluster.all('Pod', namespace!).filter((pod) => isReady(pod) && selects(spec.selector, pod.metadata.labels ?? {})).length >= (spec.replicas ?? 1))],
  ['HorizontalPodAutoscaler', (bench, { metadata: { name }, spec: { scaleTargetRef, minReplicas = 1 } }) => bench.until(`${name} to scale to its minimum`, () => {
    const set = scaleTargetRef?.kind === 'StatefulSet' ? bench.one('StatefulSet', scaleTargetRef.name) : undefined;
    return set === undefined || set.spec.replicas >= minReplicas;
  })],
]);
