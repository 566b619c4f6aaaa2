import { Context } from './context';
import { LiveSet } from './live-set';
import { KubernetesObject } from '../control-plane/resource-paths';

/** Changes one annotation of the pod template, as `kubectl rollout restart` does: every pod is replaced. */
export async function restart(context: Context, set: LiveSet, value = 'once'): Promise<void> {
  await patch(context, set, { spec: { template: { metadata: { annotations: { 'example.com/restarted': value } } } } });
}

/** JSON merge patch of the StatefulSet. */
export async function patch(context: Context, set: LiveSet, change: object): Promise<void> {
  const { metadata: { name } } = await set.object();
  await context.client.patch(context.path(`apps/v1/statefulsets/${name}`), change);
}

/** Waits until every pod has the last template and is ready. */
export function whenUpdated(context: Context, set: LiveSet, seconds: number): Promise<KubernetesObject> {
  return context.until('the update to reach every pod', seconds, async () => {
    const object = await set.object();
    const { metadata, spec, status } = object;
    const seen = status.observedGeneration === metadata.generation && status.currentRevision === status.updateRevision;
    return seen && status.updatedReplicas === spec.replicas && status.readyReplicas === spec.replicas && object;
  });
}
