import { ETCD_IMAGE, etcdImage } from './etcd';
import { EtcdChart } from '../../../examples/etcd/main';
import { Context } from '../context';
import { dnsPatchFor, keepAnswers, patchCoreDns } from '../core-dns';
import { example } from '../example';
import { LiveSet } from '../live-set';
import { Scenario } from '../scenario';

/** Of what is promised; what is not takes half a minute each. */
const ROUNDS = 3;
/** Seconds from apply to three ready members, patched: some periods of the readiness probe on a busy machine, and less than a denial lasts. */
const PROMISED = 25;

export const etcdStart: Scenario = {
  name: 'etcd-start',
  law: 'where CoreDNS is patched, the first start of etcd never waits for the end of a denial',
  system: 'etcd',
  images: () => [etcdImage()],
  ownImages: ETCD_IMAGE,
  disturbs: true,
  alone: 'core-dns',
  slow: true,
  run: async (context) => {
    await keepAnswers(context);
    // A member that asks before the others exist makes CoreDNS remember that: now and then nobody does.
    for (let round = 1; round <= ROUNDS; round++) await firstStart(context, `Corefile of kubeadm up to 1.31, round ${round}`);
    await patchCoreDns(context, await dnsPatchFor(context, 'etcd'));
    for (let round = 1; round <= ROUNDS; round++) await firstStart(context, `patched, round ${round}`, PROMISED);
  },
};

/** From apply to ready, of a set that was never there; and takes it away again. */
async function firstStart(context: Context, corefile: string, most?: number): Promise<void> {
  const rendered = example(context, EtcdChart);
  context.shows('rendered');
  const start = performance.now();
  const set = await LiveSet.apply(context, rendered);
  context.shows('accepted');
  await set.whenComplete();
  context.measure(`first start, ${corefile}`, (performance.now() - start) / 1000, most);
  context.shows('pods run');
  await context.kubectl.run(['delete', `--namespace=${context.namespace}`, 'statefulset/etcd', '--wait'], 60);
  await context.until('every member to be gone', 90, async () => (await set.pods()).length === 0);
  await context.kubectl.run(['delete', `--namespace=${context.namespace}`, 'persistentvolumeclaims', '--all', '--wait'], 90);
}
