import { deepStrictEqual, match, notStrictEqual, strictEqual } from 'assert';
import { eachHasItsPage, NGINX_PACKAGES, nginxImage, nginxVersion, page, PORT, writePage } from './nginx';
import { WebChart } from '../../../examples/web/main';
import { BUSYBOX } from '../../images/library';
import { startClient } from '../client-pod';
import { showDrain, showKill, showScale, showUpdate } from '../columns';
import { Context } from '../context';
import { example, startRendered } from '../example';
import { Pod } from '../pod';
import { PodHistory } from '../pod-history';
import { Scenario } from '../scenario';

export const webOrder: Scenario = {
  name: 'web-order',
  law: 'web servers start, update and go in order, and each keeps its name and its pages',
  system: 'nginx',
  images: () => [nginxImage()],
  packages: NGINX_PACKAGES,
  disturbs: true,
  run: async (context) => {
    const history = await PodHistory.start(context, 'web');
    const set = await startRendered(context, example(context, WebChart));
    deepStrictEqual(await history.told(6), ['created 0', 'ready 0', 'created 1', 'ready 1', 'created 2', 'ready 2']);
    const { pods } = set.identity;
    context.runs('nginx', await nginxVersion(context, 'web-0'));
    for (const { name } of pods) await writePage(context, name, `the page of ${name}`);
    const client = await startClient(context, BUSYBOX);
    await eachHasItsPage(context, client, pods);
    context.shows('members see each other');
    const eachHas = () => eachHasItsPage(context, client, pods);
    const before = await set.pod(1);
    await showKill(context, set, before, {
      back: async (after) => {
        notStrictEqual(after.address, before.address);
        await eachHas();
      },
    });
    await showUpdate(context, set, () => context.apply(example(context, WebChart, { release: '2' })), eachHas, 180);
    await showScale(context, set, (added) => hasNoPageYet(context, client, added), eachHas);

    const [volumes, smaller] = [await set.volumes(), await set.follow(true)];
    await set.scale(1);
    await set.whenComplete();
    deepStrictEqual(await smaller.told(4), ['ending 2', 'deleted 2', 'ending 1', 'deleted 1']);
    await set.scale(3);
    await set.whenComplete();
    deepStrictEqual(await set.volumes(), volumes);
    await eachHas();
    await showDrain(context, set, (await set.pod(1)).node, { away: () => eachHasItsPage(context, client, [pods[0], pods[2]]), back: eachHas });
  },
};

/** It serves, and has a volume of its own, which is empty; then it has a page as all others have. */
async function hasNoPageYet(context: Context, client: string, { name, address }: Pod): Promise<void> {
  match(await context.exec(client, ['sh', '-c', `wget -O - http://${address}:${PORT}/ 2>&1 || true`]), / 40[34] /);
  await writePage(context, name, `the page of ${name}`);
  strictEqual(await page(context, client, address), `the page of ${name}`);
}
