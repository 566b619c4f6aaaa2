import { deepStrictEqual } from 'assert';
import { NGINX_PACKAGES, nginxImage } from './nginx';
import { WebChart } from '../../../examples/web/main';
import { UpdatePolicy } from '../../../src';
import { KubernetesObject } from '../../control-plane/resource-paths';
import { Context } from '../context';
import { example, startExample } from '../example';
import { LiveSet } from '../live-set';
import { Scenario } from '../scenario';

export const webUpdatePolicies: Scenario = {
  name: 'web-update-policies',
  law: 'an update reaches the canary alone, or nobody, or whoever is deleted, as the update policy says',
  system: 'nginx',
  images: () => [nginxImage()],
  packages: NGINX_PACKAGES,
  run: async (context) => {
    const set = await startExample(context, WebChart);
    deepStrictEqual(await releases(context), ['1', '1', '1']);

    await context.apply(example(context, WebChart, { release: '2', updatePolicy: UpdatePolicy.rolling({ fromOrdinal: 2 }) }));
    await updated(context, set, 1);
    deepStrictEqual(await releases(context), ['1', '1', '2']);
    // Below the partition a pod comes back from the template that it had.
    await replace(set, 0);
    deepStrictEqual(await releases(context), ['1', '1', '2']);

    // Beyond the highest ordinal, as beyond any that will ever be: nobody.
    await context.apply(example(context, WebChart, { release: '3', updatePolicy: UpdatePolicy.rolling({ fromOrdinal: 5 }) }));
    await updated(context, set, 0);
    deepStrictEqual(await releases(context), ['1', '1', '2']);

    await context.apply(example(context, WebChart, { release: '4', updatePolicy: UpdatePolicy.onDelete() }));
    await updated(context, set, 0);
    await replace(set, 1);
    deepStrictEqual(await releases(context), ['1', '4', '2']);

    await context.apply(example(context, WebChart, { release: '4' }));
    await updated(context, set, 3);
    deepStrictEqual(await releases(context), ['4', '4', '4']);
  },
};

/** The annotation of each pod, by ordinal. */
async function releases(context: Context): Promise<readonly string[]> {
  const { items } = await context.client.get(context.path('pods'));
  return items.map(({ metadata }: KubernetesObject) => metadata).sort((one: any, other: any) => one.name.localeCompare(other.name))
    .map(({ annotations }: KubernetesObject) => annotations.release);
}

async function replace(set: LiveSet, ordinal: number): Promise<void> {
  const pod = await set.pod(ordinal);
  await set.remove(pod);
  await set.whenReplaced(pod);
}

/** Waits until so many pods have the newest template, and all are ready. */
function updated(context: Context, set: LiveSet, pods: number): Promise<unknown> {
  return context.until(`${pods} pods to have the newest template`, 120, async () => {
    const { metadata, status } = await set.object();
    return status.observedGeneration === metadata.generation && (status.updatedReplicas ?? 0) === pods && status.readyReplicas === 3;
  });
}
