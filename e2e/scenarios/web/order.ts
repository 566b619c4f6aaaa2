import { deepStrictEqual, notStrictEqual } from 'assert';
import { eachHasItsPage, NGINX_PACKAGES, nginxImage, nginxVersion, writePage } from './nginx';
import { WebChart } from '../../../examples/web/main';
import { BUSYBOX } from '../../images/library';
import { startClient } from '../client-pod';
import { Context } from '../context';
import { example, startRendered } from '../example';
import { LiveSet } from '../live-set';
import { drain, uncordon } from '../nodes';
import { PodHistory } from '../pod-history';
import { whenUpdated } from '../rollout';
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
    await killed(context, set, client);

    const volumes = await set.volumes();
    const update = await set.follow();
    await context.apply(example(context, WebChart, { release: '2' }));
    await whenUpdated(context, set, 180);
    deepStrictEqual(await update.told(9), [2, 1, 0].flatMap((ordinal) => [`deleted ${ordinal}`, `created ${ordinal}`, `ready ${ordinal}`]));
    await eachHasItsPage(context, client, pods);
    context.shows('rolling update');

    const smaller = await set.follow();
    await set.scale(1);
    await set.whenComplete();
    deepStrictEqual(await smaller.told(2), ['deleted 2', 'deleted 1']);
    deepStrictEqual(await set.volumes(), volumes);
    await set.scale(3);
    await set.whenComplete();
    await eachHasItsPage(context, client, pods);
    context.shows('scale');
    await drained(context, set, client);
  },
};

async function killed(context: Context, set: LiveSet, client: string): Promise<void> {
  const before = await set.pod(1);
  await set.remove(before);
  const after = await set.whenReplaced(before);
  notStrictEqual(after.address, before.address);
  await eachHasItsPage(context, client, set.identity.pods);
  context.shows('kill');
}

async function drained(context: Context, set: LiveSet, client: string): Promise<void> {
  const { node } = await set.pod(1);
  await drain(context, node);
  await uncordon(context, node);
  await set.whenComplete();
  await eachHasItsPage(context, client, set.identity.pods);
  context.shows('drain');
}
