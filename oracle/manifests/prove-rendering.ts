import { isDeepStrictEqual } from 'util';
import { atATime } from '../at-a-time';
import { Progress } from '../progress';
import { Part } from '../tally';
import { Cluster } from './cluster';
import { ensureNamespace } from './ensure';
import { isolated, Isolated } from './isolated';
import { Kubectl } from './rendering/kubectl';
import { RenderedSet } from './rendering/rendered-sets';
import { Version } from './server-claim';
import { KubernetesObject } from '../../e2e/control-plane/resource-paths';
import { waitFor } from '../../e2e/process/wait';

/** Seconds. */
const SETTLED = 30;

const MODES = ['client-side', 'server-side'] as const;

/**
 * Applies each set with kubectl, and holds that neither `kubectl diff` nor a second apply finds anything left to change.
 * kubectl says "configured" of a StatefulSet and a budget whenever it has sent a patch, also of one that changes nothing.
 */
export async function proveRendering(sets: readonly RenderedSet[], version: Version): Promise<Part> {
  const cluster = await Cluster.start(version);
  try {
    const kubectl = new Kubectl(cluster.plane, version);
    const trials = sets.flatMap((set) => MODES.map((mode) => ({ set, mode })));
    const failures: string[] = [];
    const progress = new Progress(`rendering on Kubernetes ${version}`, trials.length);
    await atATime([...trials.entries()], async ([index, { set, mode }]) => {
      const difference = await prove(cluster, kubectl, isolated(set.objects, `r${index}`), mode).catch((error: Error) => error.message);
      if (difference !== undefined) failures.push(`${set.name}, ${mode}: ${difference}`);
      progress.step();
    });
    return {
      name: `rendering, Kubernetes ${version}`,
      passed: trials.length - failures.length,
      failed: failures.length,
      detail: `${sets.length} sets, with kubectl apply, diff and apply again, client-side and server-side`,
      failures,
    };
  } finally {
    await cluster.stop();
  }
}

async function prove(cluster: Cluster, kubectl: Kubectl, { namespaces, objects }: Isolated, mode: typeof MODES[number]): Promise<string | undefined> {
  const { client } = cluster.plane;
  for (const name of namespaces) await ensureNamespace(client, name);
  const file = kubectl.file(objects);
  const flags = mode === 'server-side' ? ['--server-side'] : [];
  const first = await kubectl.run('apply', ...flags, '-f', file);
  if (first.code !== 0) return `kubectl apply ends with ${first.code}: ${first.output}`;
  // Controllers still write what they see; what the manifests themselves ask for stays asked for.
  let difference: string | undefined;
  const again = async () => {
    difference = await applyAgain(cluster, kubectl, objects, file, flags);
    return difference === undefined;
  };
  return waitFor('a second apply that changes nothing', SETTLED, again).then(() => undefined, (error: Error) => difference ?? error.message);
}

async function applyAgain(
  { plane: { client } }: Cluster, kubectl: Kubectl, objects: readonly KubernetesObject[], file: string, flags: readonly string[],
): Promise<string | undefined> {
  const read = () => Promise.all(objects.map(async (object) => lasting(await client.get(await client.pathOf(object)))));
  const before = await read();
  const diff = await kubectl.run('diff', ...flags, '-f', file);
  if (diff.code !== 0) return `kubectl diff ends with ${diff.code}: ${diff.output}`;
  const second = await kubectl.run('apply', ...flags, '-f', file);
  if (second.code !== 0) return `the second kubectl apply ends with ${second.code}: ${second.output}`;
  const after = await read();
  const changed = objects.filter((_object, i) => !isDeepStrictEqual(before[i], after[i])).map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  return changed.length > 0 ? `the second apply changes ${changed.join(', ')}` : undefined;
}

/** An object without what controllers write meanwhile. `generation` counts every change of the rest. */
function lasting({ metadata, status: _, ...rest }: KubernetesObject): object {
  const { resourceVersion: _version, managedFields, ...kept } = metadata;
  const managers = (managedFields ?? []).filter(({ subresource }: { subresource?: string }) => subresource !== 'status');
  return { ...rest, metadata: { ...kept, managers } };
}
