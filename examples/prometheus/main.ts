import { App, Chart, ChartProps, Duration, Size, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { StatefulWorkload } from 'cdk8s-stateful';

const RELOADER = 'quay.io/prometheus-operator/prometheus-config-reloader:v0.93.0';
const CONFIG = '/etc/prometheus/config_out/prometheus.yml';
const RULES = '/etc/prometheus/rules';

/** Two Prometheus replicas that scrape the same targets; each tells its samples apart by its own name. */
export class PrometheusChart extends Chart {
  public readonly workload: StatefulWorkload;

  public constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, { namespace: 'monitoring', ...props });
    const workload = this.workload = new StatefulWorkload(this, 'prometheus', {
      replicas: 2,
      podManagementPolicy: kplus.PodManagementPolicy.PARALLEL,
      runAs: 65534,
      terminationGracePeriod: Duration.minutes(10),
    });
    const { identity } = workload;

    const config = kplus.Volume.fromConfigMap(this, 'ConfigVolume', new kplus.ConfigMap(this, 'Config', {
      metadata: { name: 'prometheus-config' },
      data: {
        'prometheus.yml': Yaml.stringify({
          global: { external_labels: { prometheus: 'monitoring/prometheus', prometheus_replica: '$(POD_NAME)' } },
          rule_files: [`${RULES}/*.yml`],
          scrape_configs: [{ job_name: 'prometheus', dns_sd_configs: [{ names: [identity.srv('web')] }] }],
          storage: { tsdb: { retention: { time: '15d', size: '16GB' } } },
        }),
      },
    }), { name: 'config' });
    const rules = kplus.Volume.fromConfigMap(this, 'RulesVolume', new kplus.ConfigMap(this, 'Rules', {
      metadata: { name: 'prometheus-rules' },
      data: {
        'replicas.yml': Yaml.stringify({
          groups: [{ name: 'replicas', rules: [{ alert: 'PrometheusReplicaDown', expr: `count(up{job="prometheus"} == 1) < ${workload.replicas}`, for: '10m' }] }],
        }),
      },
    }), { name: 'rules' });
    const rendered = kplus.Volume.fromEmptyDir(this, 'Rendered', 'config-out');

    const ready = (failureThreshold: number, periodSeconds: Duration) =>
      kplus.Probe.fromHttpGet('/-/ready', { port: 9090, failureThreshold, periodSeconds, timeoutSeconds: Duration.seconds(3) });
    const prometheus = workload.addContainer({
      name: 'prometheus',
      image: 'quay.io/prometheus/prometheus:v3.13.2',
      args: [`--config.file=${CONFIG}`, '--storage.tsdb.path=/prometheus', '--web.enable-lifecycle'],
      ports: [{ name: 'web', number: 9090 }],
      // 15 minutes: replaying the write-ahead log comes before everything else.
      startup: ready(60, Duration.seconds(15)),
      readiness: ready(3, Duration.seconds(5)),
      liveness: kplus.Probe.fromHttpGet('/-/healthy', { port: 9090, failureThreshold: 6, periodSeconds: Duration.seconds(5), timeoutSeconds: Duration.seconds(3) }),
      resources: { cpu: { request: kplus.Cpu.millis(200) }, memory: { request: Size.gibibytes(2) } },
    });
    prometheus.mount('/etc/prometheus/config_out', rendered, { readOnly: true });
    prometheus.mount(RULES, rules, { readOnly: true });
    prometheus.mount('/prometheus', workload.claim('prometheus-db', { storage: Size.gibibytes(20) }), { subPath: 'prometheus-db' });

    // Once before Prometheus starts, which does not start without a file; then for as long as it runs.
    const render = { image: RELOADER, args: ['--config-file=/etc/prometheus/config/prometheus.yml', `--config-envsubst-file=${CONFIG}`, `--watched-dir=${RULES}`] };
    const resources = { cpu: { request: kplus.Cpu.millis(10) }, memory: { request: Size.mebibytes(50), limit: Size.mebibytes(50) } };
    for (const reloader of [
      workload.addInitContainer({ ...render, name: 'init-config-reloader', args: [...render.args, '--watch-interval=0'], resources }),
      workload.addContainer({ ...render, name: 'config-reloader', args: [...render.args, '--reload-url=http://localhost:9090/-/reload'], resources }),
    ]) {
      reloader.mount('/etc/prometheus/config', config, { readOnly: true });
      reloader.mount('/etc/prometheus/config_out', rendered);
      reloader.mount(RULES, rules, { readOnly: true });
    }

    workload.addClientService({ ports: ['web'] });
  }
}

if (require.main === module) {
  const app = new App();
  new PrometheusChart(app, 'prometheus');
  app.synth();
}
