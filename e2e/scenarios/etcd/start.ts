import { strictEqual } from 'assert';
import { OF_ETCD } from './etcd';
import { EtcdChart } from '../../../examples/etcd/main';
import { BUSYBOX } from '../../images/library';
import { startClient } from '../client-pod';
import { Context } from '../context';
import { dnsPatchFor, keepAnswers, patchCoreDns } from '../core-dns';
import { example } from '../example';
import { LiveSet } from '../live-set';
import { isDenied, whenForgotten } from '../lookup';
import { Scenario } from '../scenario';

/** Of what is promised; what is not takes half a minute each. */
const ROUNDS = 3;
/** Seconds from apply to three ready members, patched: some periods of the readiness probe on a busy machine, and less than a denial lasts. */
const PROMISED = 25;

export const etcdStart: Scenario = {
  name: 'etcd-start',
  law: 'where CoreDNS is patched, the first start of etcd never waits for the end of a denial; where it is not, and names were asked for before, it does',
  ...OF_ETCD,
  disturbs: true,
  alone: 'core-dns',
  changesDns: true,
  slow: true,
  run: async (context) => {
    await keepAnswers(context);
    const client = await startClient(context, BUSYBOX);
    for (let round = 1; round <= context.rounds; round++) {
      if (round > 1) await whenForgotten(context, 'the members of the round before');
      const seconds = await firstStart(context, client, `Corefile of kubeadm up to 1.31, round ${round}`);
      strictEqual(seconds > PROMISED, true, `the first start took ${seconds} s: there is nothing to cure here`);
    }
    await patchCoreDns(context, await dnsPatchFor(context, 'etcd'));
    for (let round = 1; round <= ROUNDS; round++) await firstStart(context, client, `patched, round ${round}`, PROMISED);
  },
};

/**
 * From apply to ready, of a set that was never there, whose names every DNS server has just denied; and takes it away again. A
 * member that asks before the others exist does the same, now and then.
 *
 * @returns the seconds
 */
async function firstStart(context: Context, client: string, corefile: string, most?: number): Promise<number> {
  const rendered = example(context, EtcdChart);
  const names = rendered.declared.identity.pods.map(({ fqdn }) => fqdn);
  for (const name of names) await isDenied(context, client, name);
  context.shows('rendered');
  const start = performance.now();
  const set = await LiveSet.apply(context, rendered);
  context.shows('accepted');
  await set.whenComplete();
  const seconds = (performance.now() - start) / 1000;
  context.measure(`first start, ${corefile}`, seconds, most);
  context.shows('pods run');
  await context.kubectl.run(['delete', `--namespace=${context.namespace}`, 'statefulset/etcd', '--wait'], 60);
  await context.until('every member to be gone', 90, async () => (await set.pods()).length === 0);
  await context.kubectl.run(['delete', `--namespace=${context.namespace}`, 'persistentvolumeclaims', '--all', '--wait'], 90);
  return seconds;
}
