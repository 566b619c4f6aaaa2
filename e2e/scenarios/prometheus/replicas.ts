import { deepStrictEqual, strictEqual } from 'assert';
import { ask, configReloaderImage, prometheusImage, query, ruleNames, tellVersions } from './prometheus';
import { PrometheusChart } from '../../../examples/prometheus/main';
import { Context } from '../context';
import { startExample } from '../example';
import { LiveSet } from '../live-set';
import { drain, uncordon } from '../nodes';
import { restart, whenUpdated } from '../rollout';
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
      strictEqual(/prometheus_replica: (\S+)/.exec((await ask(context, pod, 'status/config')).yaml)?.[1], pod);
      deepStrictEqual(await ruleNames(context, pod), ['PrometheusReplicaDown']);
      await context.until(`${pod} to scrape both`, 180, async () => (await query(context, pod, 'sum(up{job="prometheus"}) == 2')).length === 1);
    }
    context.shows('members see each other');

    const [{ value: [time] }] = await query(context, PODS[1], 'sum(up)');
    const killed = await set.pod(1);
    await set.remove(killed);
    await set.whenReplaced(killed, 180);
    await hasSamples(context, PODS[1], time);
    context.shows('kill');

    await reloaded(context);
    await restart(context, set);
    await whenUpdated(context, set, 300);
    await hasSamples(context, PODS[0], time);
    context.shows('rolling update');

    await scaled(context, set);
    const { node } = await set.pod(1);
    await drain(context, node);
    deepStrictEqual((await query(context, PODS[0], 'vector(1)')).length, 1);
    await uncordon(context, node);
    await set.whenComplete();
    await hasSamples(context, PODS[1], time);
    context.shows('drain');
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

async function scaled(context: Context, set: LiveSet): Promise<void> {
  await set.scale(3);
  await set.whenComplete();
  await context.until('all to scrape the third', 180, async () => (await query(context, PODS[0], 'sum(up{job="prometheus"}) == 3')).length === 1);
  await set.scale(2);
  await set.whenComplete();
  context.shows('scale');
}
