import { Context } from './context';

/** Seconds that a drain may take: every pod of a node, one after the other where a budget says so. */
const LIMIT = 180;

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
