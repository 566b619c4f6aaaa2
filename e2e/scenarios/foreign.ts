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

/**
 * Why a scenario cannot run on these nodes; undefined if it can. What is published under a name may be pulled.
 *
 * @param nodes with the images that their kubelets tell
 */
export function whyLeft({ ownImages }: Scenario, nodes: readonly KubernetesObject[]): string | undefined {
  const has = (node: KubernetesObject, image: string) => node.status?.images?.some(({ names }: any) => names?.includes(qualifiedName(image)));
  const missing = [...ownImages ?? []].filter(([image]) => !nodes.filter(takesPods).every((node) => has(node, image)));
  if (missing.length === 0) return undefined;
  const reasons = missing.map(([image, lack]) => `${image} (the published one lacks ${lack})`).join(', ');
  return `not every node that takes pods has our own image ${reasons}; npm run test:e2e -- --all --images FOLDER makes archives to import`;
}
