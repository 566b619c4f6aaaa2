import { deepStrictEqual, strictEqual } from 'assert';
import { ask, configReloaderImage, prometheusImage, query, replicaOf, ruleNames, tellVersions } from './prometheus';
import { PrometheusChart } from '../../../examples/prometheus/main';
import { showDrain, showKill, showScale, showUpdate } from '../columns';
import { Context } from '../context';
import { startExample } from '../example';
import { LiveSet } from '../live-set';
import { restart } from '../rollout';
import { Scenario } from '../scenario';

const PODS = ['prometheus-0', 'prometheus-1'];

export const prometheusReplicas: Scenario = {
  name: 'prometheus-replicas',
  law: 'two Prometheus find each other by SRV records, are told apart by their names, and keep their samples',
  system: 'Prometheus',
  images: () => [prometheusImage('quay.io/prometheus/prometheus:v3.13.2'), configReloaderImage('quay.io/prometheus-operator/prometheus-config-reloader:v0.93.0')],
  disturbs: true,
  slow: true,
  run: async (context) => {
    const set = await startExample(context, PrometheusChart);
    await tellVersions(context, PODS[0]);
    for (const pod of PODS) {
      strictEqual(await replicaOf(context, pod), pod);
      deepStrictEqual(await ruleNames(context, pod), ['PrometheusReplicaDown']);
      await context.until(`${pod} to scrape both`, 180, async () => (await query(context, pod, 'sum(up{job="prometheus"}) == 2')).length === 1);
    }
    context.shows('members see each other');

    const [{ value: [time] }] = await query(context, PODS[1], 'sum(up)');
    await showKill(context, set, await set.pod(1), { back: () => hasSamples(context, PODS[1], time) }, 180);
    await reloaded(context);
    const bothHaveSamples = async () => { for (const pod of PODS) await hasSamples(context, pod, time); };
    await showUpdate(context, set, () => restart(context, set), bothHaveSamples, 300);
    await scaled(context, set, bothHaveSamples);
    await showDrain(context, set, (await set.pod(1)).node, {
      away: async () => deepStrictEqual((await query(context, PODS[0], 'vector(1)')).length, 1),
      back: bothHaveSamples,
    });
  },
};

async function hasSamples(context: Context, pod: string, time: number): Promise<void> {
  strictEqual((await query(context, pod, 'sum(up)', time)).length, 1, `${pod} has lost the samples of before`);
}

/** A changed ConfigMap is taken up without a restart. */
async function reloaded(context: Context): Promise<void> {
  const config = context.path('configmaps/prometheus-config');
  const { data: { 'prometheus.yml': text } } = await context.client.get(config);
  await context.client.patch(config, { data: { 'prometheus.yml': text.replace('monitoring/prometheus', 'monitoring/changed') } });
  for (const pod of PODS) await context.until(`${pod} to have the new configuration`, 180, async () => (await ask(context, pod, 'status/config')).yaml.includes('monitoring/changed'));
}

async function scaled(context: Context, set: LiveSet, haveSamples: () => Promise<void>): Promise<void> {
  const isScraped = () => context.until('all to scrape the third', 180, async () => (await query(context, PODS[0], 'sum(up{job="prometheus"}) == 3')).length === 1);
  await showScale(context, set, isScraped, haveSamples);
}
