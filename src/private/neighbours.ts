import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { attempt, plain } from './plain';
import type { Member } from './registry';

/** What stands beside the members of a chart, as rules see it. */
export interface Neighbour {
  readonly json: any;
  readonly path: string;
}

/** Kinds that a rule can learn from and that render without side effects. */
const PLAIN = new Set([
  'Service', 'PodDisruptionBudget', 'HorizontalPodAutoscaler', 'NetworkPolicy', 'PersistentVolumeClaim', 'StorageClass', 'Namespace', 'ConfigMap', 'Secret',
  'ServiceAccount',
]);
/** Kinds with pods: to render one of cdk8s-plus may change it, so that its labels have to do. */
const WITH_PODS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob', 'Pod']);

/** What a workload of cdk8s-plus tells without being rendered, of whichever version. */
interface PlusWorkload {
  readonly podMetadata: { toJson(): any };
  readonly matchLabels?: { [key: string]: string };
  readonly matchExpressions?: any[];
  readonly replicas?: number;
}

/** One walk over a chart, without the charts inside it. */
export function neighbours(chart: Chart): Neighbour[] {
  const found: Neighbour[] = [];
  const visit = (children: readonly IConstruct[]) => {
    for (const child of children) {
      if (Chart.isChart(child)) continue;
      if (ApiObject.isApiObject(child) && !('_render' in child)) {
        const json = attempt(() => seen(child));
        if (json !== undefined) found.push({ json, path: child.node.path });
      }
      const below = child.node.children;
      // Below a workload there is mostly nothing but its own objects.
      const own = '_objects' in child && !('_render' in child) ? (child as Member)._objects.length : 0;
      if (below.length > own) visit(below);
    }
  };
  visit(chart.node.children);
  return found;
}

function seen(object: ApiObject): any {
  if (PLAIN.has(object.kind)) return object.toJson();
  if (!WITH_PODS.has(object.kind)) return undefined;
  const { scope } = object.node;
  return scope && 'podMetadata' in scope ? outline(object, scope as unknown as PlusWorkload) : object.toJson();
}

/** Name, selector and labels of the pods. */
function outline(object: ApiObject, { podMetadata, matchLabels, matchExpressions, replicas }: PlusWorkload): any {
  const { apiVersion, kind, name } = object;
  const { labels } = podMetadata.toJson() ?? {};
  const template = { metadata: { labels } };
  const selector = { matchLabels, matchExpressions };
  const spec = kind === 'Pod' ? {} : kind === 'CronJob' ? { jobTemplate: { spec: { template } } } : kind === 'Job' ? { template } : { replicas, selector, template };
  const metadata = { name, namespace: object.metadata.namespace, labels: kind === 'Pod' ? labels : undefined };
  return plain({ apiVersion, kind, metadata, spec }, true);
}
