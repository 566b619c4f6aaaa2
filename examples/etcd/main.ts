import { App, Chart, ChartProps, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Members, PeerSelection, Spread, StatefulWorkload } from 'cdk8s-stateful';

const DATA = '/var/lib/etcd';

export interface EtcdChartProps extends ChartProps {
  /** Members now, three at the first start. Each one more is announced by `etcdctl member add --learner` before. */
  readonly members?: number;
  /** True after the first start: a member whose disk is lost can then come back. */
  readonly bootstrapped?: boolean;
}

/** Three etcd members that know each other by name before any of them has an address. */
export class EtcdChart extends Chart {
  public readonly workload: StatefulWorkload;

  public constructor(scope: Construct, id: string, props: EtcdChartProps = {}) {
    super(scope, id, { namespace: 'etcd', ...props });
    const { members = 3, bootstrapped = members > 3 } = props;
    const workload = this.workload = new StatefulWorkload(this, 'etcd', {
      replicas: members,
      members: Members.quorum({ bootstrapTogether: true, bootstrapSize: 3 }),
      // Two members on one host: its failure is the failure of the majority.
      spread: Spread.perHost(),
      runAs: 1000,
    });

    const metrics = { port: 2381, periodSeconds: Duration.seconds(5), timeoutSeconds: Duration.seconds(3) };
    const etcd = workload.addContainer({
      name: 'etcd',
      image: 'gcr.io/etcd-development/etcd:v3.6.16',
      // The image has no shell: the kubelet fills in $(POD_NAME).
      command: ['/usr/local/bin/etcd'],
      args: [
        `--name=${workload.self('{name}')}`,
        // A sub-directory: lost+found of the file system is not etcd's.
        `--data-dir=${DATA}/data`,
        '--listen-peer-urls=http://0.0.0.0:2380',
        '--listen-client-urls=http://0.0.0.0:2379',
        '--listen-metrics-urls=http://0.0.0.0:2381',
        `--initial-advertise-peer-urls=${workload.self('http://{fqdn}:2380')}`,
        `--advertise-client-urls=${workload.self('http://{fqdn}:2379')}`,
        `--initial-cluster=${workload.peers('{name}=http://{fqdn}:2380', { members: PeerSelection.all() })}`,
        `--initial-cluster-state=${bootstrapped ? 'existing' : 'new'}`,
        '--initial-cluster-token=etcd/etcd',
        '--strict-reconfig-check=true',
      ],
      ports: [{ name: 'client', number: 2379 }, { name: 'peer', number: 2380 }, { name: 'metrics', number: 2381 }],
      // Ready needs a majority, alive does not: nobody is restarted because the others are away.
      startup: kplus.Probe.fromHttpGet('/livez', { ...metrics, failureThreshold: 60 }),
      liveness: kplus.Probe.fromHttpGet('/livez', { ...metrics, failureThreshold: 6 }),
      readiness: kplus.Probe.fromHttpGet('/readyz', { ...metrics, failureThreshold: 3 }),
      resources: { cpu: { request: kplus.Cpu.millis(200) }, memory: { request: Size.mebibytes(512) } },
    });
    etcd.mount(DATA, workload.claim('data', { storage: Size.gibibytes(10) }));

    workload.addClientService({ ports: ['client'] });
    workload.addNetworkPolicy({
      clients: [kplus.Pods.select(this, 'Clients', { labels: { 'etcd-client': 'true' } })],
      clientPorts: ['client'],
      restrictEgress: true,
    });
  }
}

if (require.main === module) {
  const app = new App();
  new EtcdChart(app, 'etcd');
  app.synth();
}
