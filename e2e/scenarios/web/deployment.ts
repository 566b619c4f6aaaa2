import { deepStrictEqual, match, strictEqual } from 'assert';
import { App } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { NGINX_PACKAGES, nginxImage, page, writePage } from './nginx';
import { DeploymentChart } from '../../../examples/web/main';
import { BUSYBOX } from '../../images/library';
import { startClient } from '../client-pod';
import { Context } from '../context';
import { Scenario } from '../scenario';

interface Replica { readonly name: string; readonly address: string }

/** What the articles hold against a StatefulSet. */
export const webDeployment: Scenario = {
  name: 'web-deployment',
  law: 'the same servers as a Deployment have random names, new ones when they are replaced, and one volume for all',
  system: 'nginx',
  images: () => [nginxImage()],
  packages: NGINX_PACKAGES,
  run: async (context) => {
    const app = new App();
    new DeploymentChart(app, 'deployment', { namespace: context.namespace });
    await context.apply({ objects: parseAllDocuments(app.synthYaml()).map((document) => document.toJS()) });
    const before = await replicas(context);
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
  },
};

/** The three pods, when they are ready. */
async function replicas(context: Context): Promise<readonly Replica[]> {
  return context.until('three pods of the Deployment to be ready', 120, async () => {
    const { items } = await context.client.get(`${context.path('pods')}?labelSelector=cdk8s.io%2Fmetadata.addr`);
    const ready = items.filter(({ metadata, status }: any) => !metadata.deletionTimestamp && status.conditions?.some(({ type, status: is }: any) => type === 'Ready' && is === 'True'));
    return ready.length === 3 && ready.map(({ metadata, status }: any) => ({ name: metadata.name, address: status.podIP }));
  });
}
