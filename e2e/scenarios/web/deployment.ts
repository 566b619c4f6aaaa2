import { deepStrictEqual, match, strictEqual } from 'assert';
import { App } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { NGINX_PACKAGES, nginxImage, page, writePage } from './nginx';
import { DeploymentChart } from '../../../examples/web/main';
import { Follow } from '../../control-plane/follow';
import { isReady } from '../../control-plane/pod-status';
import { BUSYBOX } from '../../images/library';
import { startClient } from '../client-pod';
import { Context } from '../context';
import { Scenario } from '../scenario';

interface Replica { readonly name: string; readonly address: string }

/** What the articles hold against a StatefulSet. */
export const webDeployment: Scenario = {
  name: 'web-deployment',
  law: 'the same servers as a Deployment start and go side by side, have random names, new ones when they are replaced, and one volume for all',
  system: 'nginx',
  images: () => [nginxImage()],
  packages: NGINX_PACKAGES,
  run: async (context) => {
    const app = new App();
    new DeploymentChart(app, 'deployment', { namespace: context.namespace });
    const start = await follow(context);
    await context.apply({ objects: parseAllDocuments(app.synthYaml()).map((document) => document.toJS()) });
    const before = await replicas(context);
    deepStrictEqual(kinds(start).slice(0, 3), ['created', 'created', 'created'], 'one waited for another to be ready');
    for (const { name } of before) match(name, /^web-deployment-[0-9a-f]{8,10}-[a-z0-9]{5}$/);
    const { items: claims } = await context.client.get(context.path('persistentvolumeclaims'));
    deepStrictEqual(claims.map(({ metadata }: any) => metadata.name), ['www-shared']);

    await writePage(context, before[0].name, 'one page for all');
    const client = await startClient(context, BUSYBOX);
    for (const { address } of before) strictEqual(await page(context, client, address), 'one page for all');

    await context.client.delete(context.path(`pods/${before[1].name}`));
    const after = await context.until('another pod to be ready in its place', 90, async () => {
      const now = await replicas(context);
      return now.every(({ name }) => name !== before[1].name) && now;
    });
    strictEqual(after.filter(({ name }) => before.every((each) => each.name !== name)).length, 1, 'the new pod has a name that no other had');
    await scaled(context, [...before, ...after]);
  },
};

/** Who goes is chosen by age and place, not by name; those that come instead are others. */
async function scaled(context: Context, known: readonly Replica[]): Promise<void> {
  const scale = (size: number) => context.client.patch(context.path('apps/v1/deployments/web-deployment/scale'), { spec: { replicas: size } });
  const events = await follow(context);
  await scale(1);
  const [left] = await replicas(context, 1);
  await context.until('the watch to tell that two are gone', 60, () => kinds(events).filter((kind) => kind === 'deleted').length === 2);
  deepStrictEqual(kinds(events), ['ending', 'ending', 'deleted', 'deleted'], 'one waited for another to be gone');
  await scale(3);
  const others = (await replicas(context)).filter(({ name }) => name !== left.name);
  deepStrictEqual([others.length, others.filter(({ name }) => known.some((each) => each.name === name))], [2, []], 'a pod has come back');
}

/** What happens to the pods of the Deployment from now on, for example `ready web-deployment-…`. */
async function follow(context: Context): Promise<readonly string[]> {
  const told = new Set<string>();
  const events: string[] = [];
  const started = await Follow.start(context.client, context.path('pods'), (pod, change) => {
    const { name, deletionTimestamp } = pod.metadata;
    const event = `${change === 'DELETED' ? 'deleted' : deletionTimestamp ? 'ending' : isReady(pod) ? 'ready' : 'created'} ${name}`;
    if (!name.startsWith('web-deployment-') || told.has(event)) return;
    told.add(event);
    events.push(event);
  });
  context.atEnd(async () => started.stop());
  // What was there before is no news.
  events.length = 0;
  return events;
}

function kinds(events: readonly string[]): string[] {
  return events.map((event) => event.split(' ')[0]);
}

/** The pods, when so many are ready, and no other one is there. */
async function replicas(context: Context, size = 3): Promise<readonly Replica[]> {
  return context.until(`${size} pods of the Deployment to be ready`, 120, async () => {
    const { items } = await context.client.get(`${context.path('pods')}?labelSelector=cdk8s.io%2Fmetadata.addr`);
    const ready = items.filter(({ metadata, status }: any) => !metadata.deletionTimestamp && isReady({ status }));
    return ready.length === size && ready.map(({ metadata, status }: any) => ({ name: metadata.name, address: status.podIP }));
  });
}
