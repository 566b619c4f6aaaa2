import { App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { PodDefaults, StatefulWorkload, TerminationMessagePolicy } from 'cdk8s-stateful';

const NAMESPACE = 'kubesphere-monitoring-system';
const REGISTRY = 'registry.cn-beijing.aliyuncs.com/kubesphereio';
const CONFIG = '/etc/prometheus/config_out/prometheus.env.yaml';
const RULES = '/etc/prometheus/rules/prometheus-k8s-rulefiles-0';
const RELOAD = 'http://localhost:9090/-/reload';

/** The Prometheus of the article, adopted as it runs: a pod template that differs in one field restarts every pod. */
export class PrometheusArticleChart extends Chart {
  public readonly workload: StatefulWorkload;

  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: NAMESPACE });
    const secret = (name: string, volume: string) =>
      kplus.Volume.fromSecret(this, volume, kplus.Secret.fromSecretName(this, `Secret-${volume}`, name), { name: volume, defaultMode: 0o644 });
    const config = secret('prometheus-k8s', 'config');
    const tlsAssets = secret('prometheus-k8s-tls-assets', 'tls-assets');
    const configOut = kplus.Volume.fromEmptyDir(this, 'config-out', 'config-out');
    const ruleFiles = kplus.ConfigMap.fromConfigMapName(this, 'RuleFiles', 'prometheus-k8s-rulefiles-0');
    const rules = kplus.Volume.fromConfigMap(this, 'Rules', ruleFiles, { name: ruleFiles.name, defaultMode: 0o644 });
    const etcdCerts = secret('kube-etcd-client-certs', 'secret-kube-etcd-client-certs');

    const workload = this.workload = new StatefulWorkload(this, 'prometheus-k8s', {
      metadata: { labels: { prometheus: 'k8s' } },
      podDefaults: PodDefaults.none(),
      replicas: 2,
      podManagementPolicy: kplus.PodManagementPolicy.PARALLEL,
      revisionHistoryLimit: 10,
      selector: { app: 'prometheus', prometheus: 'k8s' },
      headlessService: { name: 'prometheus-operated' },
      restartPolicy: kplus.RestartPolicy.ALWAYS,
      dns: { policy: kplus.DnsPolicy.CLUSTER_FIRST },
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      schedulerName: 'default-scheduler',
      securityContext: { ensureNonRoot: false, user: 0, fsGroup: 0 },
      serviceAccount: kplus.ServiceAccount.fromServiceAccountName(this, 'ServiceAccount', 'prometheus-k8s'),
      volumes: [config, tlsAssets, configOut, rules, etcdCerts],
      terminationGracePeriod: Duration.minutes(10),
    });
    const container = (props: kplus.ContainerProps) => {
      const added = workload.addContainer({ ...props, imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT });
      const terminationMessage = { terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: TerminationMessagePolicy.FALLBACK_TO_LOGS_ON_ERROR };
      workload.extendContainer(added, { ...terminationMessage, probePortNames: true });
      return added;
    };

    const probe = { port: 9090, periodSeconds: Duration.seconds(5), successThreshold: 1, timeoutSeconds: Duration.seconds(3) };
    const prometheus = container({
      name: 'prometheus',
      image: `${REGISTRY}/prometheus:v2.26.0`,
      args: [
        '--web.console.templates=/etc/prometheus/consoles', '--web.console.libraries=/etc/prometheus/console_libraries',
        `--config.file=${CONFIG}`, '--storage.tsdb.path=/prometheus', '--storage.tsdb.retention.time=7d', '--web.enable-lifecycle',
        '--storage.tsdb.no-lockfile', '--query.max-concurrency=1000', '--web.route-prefix=/',
      ],
      ports: [{ name: 'web', number: 9090, protocol: kplus.Protocol.TCP }],
      liveness: kplus.Probe.fromHttpGet('/-/healthy', { ...probe, failureThreshold: 6 }),
      readiness: kplus.Probe.fromHttpGet('/-/ready', { ...probe, failureThreshold: 120 }),
      resources: {
        cpu: { request: kplus.Cpu.millis(200), limit: kplus.Cpu.units(4) },
        memory: { request: Size.mebibytes(400), limit: Size.gibibytes(16) },
      },
    });
    prometheus.mount('/etc/prometheus/config_out', configOut, { readOnly: true });
    prometheus.mount('/etc/prometheus/certs', tlsAssets, { readOnly: true });
    prometheus.mount('/prometheus', workload.claim('prometheus-k8s-db', { storage: Size.gibibytes(20) }), { subPath: 'prometheus-db' });
    prometheus.mount(RULES, rules);
    prometheus.mount('/etc/prometheus/secrets/kube-etcd-client-certs', etcdCerts, { readOnly: true });

    const resources = { memory: { request: Size.mebibytes(25), limit: Size.mebibytes(25) } };
    const configReloader = container({
      name: 'prometheus-config-reloader',
      image: `${REGISTRY}/prometheus-config-reloader:v0.42.1`,
      command: ['/bin/prometheus-config-reloader'],
      args: [
        '--log-format=logfmt', `--reload-url=${RELOAD}`,
        '--config-file=/etc/prometheus/config/prometheus.yaml.gz', `--config-envsubst-file=${CONFIG}`,
      ],
      envVariables: { POD_NAME: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME, { apiVersion: 'v1' }) },
      resources,
    });
    configReloader.mount('/etc/prometheus/config', config);
    configReloader.mount('/etc/prometheus/config_out', configOut);
    container({
      name: 'rules-configmap-reloader',
      image: `${REGISTRY}/configmap-reload:v0.3.0`,
      args: [`--webhook-url=${RELOAD}`, `--volume-dir=${RULES}`],
      resources,
    }).mount(RULES, rules);

    const { scheduling } = workload;
    scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.exists('node-role.kubernetes.io/monitoring')), { weight: 100 });
    scheduling.separate(kplus.Pods.select(this, 'Replicas', {
      expressions: [kplus.LabelExpression.in('prometheus', ['k8s'])],
      namespaces: kplus.Namespaces.select(this, 'Namespace', { names: [NAMESPACE] }),
    }), { weight: 100 });
    scheduling.tolerate(kplus.Node.tainted(kplus.NodeTaintQuery.is('dedicated', 'monitoring', { effect: kplus.TaintEffect.NO_SCHEDULE })));
    workload.addClientService({ name: 'prometheus-k8s', ports: ['web'] });

    const pod = '/spec/template/spec';
    workload.statefulSet.addJsonPatch(
      // The deprecated twin of serviceAccountName, which cdk8s-plus leaves out.
      JsonPatch.add(`${pod}/serviceAccount`, 'prometheus-k8s'),
    );
  }
}

if (require.main === module) {
  const app = new App();
  new PrometheusArticleChart(app, 'prometheus-article');
  app.synth();
}
