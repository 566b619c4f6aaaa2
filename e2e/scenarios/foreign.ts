import { Scenario } from './scenario';
import { KubernetesObject } from '../control-plane/resource-paths';
import { qualifiedName } from '../images/image';

/** As many as a small quorum has members. */
const NODES = 3;
const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/** Whether a node takes pods that tolerate nothing. */
function takesPods({ spec }: KubernetesObject): boolean {
  return !spec?.unschedulable && !spec?.taints?.some(({ effect }: any) => effect !== 'PreferNoSchedule');
}

/** What a cluster that was not made for the scenarios lacks for all of them, in full sentences. */
export function lacks(nodes: readonly KubernetesObject[], storageClasses: readonly KubernetesObject[]): string[] {
  const takers = nodes.filter(takesPods);
  const hasDefault = storageClasses.some(({ metadata }) => metadata.annotations?.[DEFAULT_CLASS] === 'true');
  return [
    ...(takers.length < NODES ? [`${NODES} nodes that take pods are needed, and there are ${takers.length}`] : []),
    ...(hasDefault ? [] : ['a default StorageClass is needed: the claims of the sets name none']),
  ];
}

export interface Others {
  /** All of the cluster. */
  readonly pods?: readonly KubernetesObject[];
  /** Why the cluster's DNS cannot be changed. */
  readonly noDnsChange?: string;
}

/** Pods on these nodes that `kubectl drain` refuses to delete: they have no controller, and are none of a kubelet's own. */
function barePods(nodes: readonly KubernetesObject[], pods: readonly KubernetesObject[]): string[] {
  const names = new Set(nodes.map(({ metadata }) => metadata.name));
  const isBare = ({ metadata, spec, status }: KubernetesObject) => (
    names.has(spec?.nodeName) && !metadata.ownerReferences?.some(({ controller }: any) => controller) && !['Succeeded', 'Failed'].includes(status?.phase)
  );
  return pods.filter(isBare).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
}

/**
 * Why a scenario cannot run on this cluster; undefined if it can. What is published under a name may be pulled.
 *
 * @param nodes with the images that their kubelets tell
 * @param others what else is there
 */
export function whyLeft({ ownImages, changesDns, disturbs }: Scenario, nodes: readonly KubernetesObject[], others: Others = {}): string | undefined {
  if (changesDns && others.noDnsChange !== undefined) return others.noDnsChange;
  const bare = disturbs && !changesDns ? barePods(nodes.filter(takesPods), others.pods ?? []) : [];
  if (bare.length > 0) return `it drains nodes, and nobody would make these pods anew, which have no controller: ${bare.join(', ')}`;
  const has = (node: KubernetesObject, image: string) => node.status?.images?.some(({ names }: any) => names?.includes(qualifiedName(image)));
  const missing = [...ownImages ?? []].filter(([image]) => !nodes.filter(takesPods).every((node) => has(node, image)));
  if (missing.length === 0) return undefined;
  const reasons = missing.map(([image, lack]) => `${image} (the published one lacks ${lack})`).join(', ');
  return `not every node that takes pods has our own image ${reasons}; npm run test:e2e -- --all --images FOLDER makes archives to import`;
}
