import { join } from 'path';
import { Context } from './context';
import { LostNode } from '../cluster/node/lost-node';
import { ApiClient } from '../control-plane/api-client';
import { isReady } from '../control-plane/pod-status';
import { KubernetesObject } from '../control-plane/resource-paths';
import { waitFor } from '../process/wait';

/** Seconds that a drain may take: every pod of a node, one after the other where a budget says so. */
const LIMIT = 180;
/** What an administrator says of a node that is switched off for sure. */
const OUT_OF_SERVICE = 'node.kubernetes.io/out-of-service';

/** Names of the nodes of this scenario that take pods, sorted. */
export async function nodeNames({ client, nodes }: Context): Promise<readonly string[]> {
  const { items } = await client.get(`/api/v1/nodes${nodes === undefined ? '' : `?labelSelector=${encodeURIComponent(nodes)}`}`);
  return items.filter(({ spec }: any) => !spec.unschedulable && !spec.taints).map(({ metadata }: any) => metadata.name).sort();
}

/** Takes no new pods on a node from now on; it does again at the end of the scenario. */
export async function cordon(context: Context, node: string): Promise<void> {
  context.atEnd(() => uncordon(context, node));
  await context.kubectl.run(['cordon', node]);
}

/** Takes everything off a node, as an administrator does before an upgrade; the node takes pods again at the end of the scenario. */
export async function drain(context: Context, node: string): Promise<void> {
  context.atEnd(() => uncordon(context, node));
  await context.kubectl.run(['drain', node, '--ignore-daemonsets', '--delete-emptydir-data', `--timeout=${LIMIT}s`], LIMIT + 10);
}

export async function uncordon({ kubectl }: Context, node: string): Promise<void> {
  await kubectl.run(['uncordon', node]);
}

/**
 * Makes the nodes of our own cluster as they were: a run that was killed may have left some of them without pods, out of service or
 * standing still, and the next one would have fewer than it needs.
 *
 * @param folder of the cluster, where each node has one of its name
 */
export async function freeNodes(client: ApiClient, folder: string, tell: (line: string) => void): Promise<void> {
  const { items } = await client.get('/api/v1/nodes');
  for (const node of items as KubernetesObject[]) {
    const { metadata: { name }, spec } = node;
    const taints = (spec.taints ?? []).filter(({ key }: any) => key !== OUT_OF_SERVICE);
    if (!spec.unschedulable && taints.length === (spec.taints ?? []).length && isReady(node)) continue;
    tell(`${name} is not as it should be, after a run that was killed: it is brought back`);
    if (!isReady(node)) new LostNode(join(folder, name)).bringBack();
    await client.patch(`/api/v1/nodes/${name}`, { spec: { unschedulable: null, ...(taints.length < spec.taints?.length && { taints }) } });
    await waitFor(`${name} to be ready`, LIMIT, async () => {
      const now = await client.get(`/api/v1/nodes/${name}`);
      return isReady(now) && !now.spec.unschedulable && !now.spec.taints;
    }, 250);
  }
}
