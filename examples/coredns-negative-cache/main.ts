import { join } from 'path';
import { App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { CoreDnsPatch, CurrentCorefile, DnsPlatform, Members, StatefulWorkload } from 'cdk8s-stateful';

/** Three members that ask for each other's names as soon as they run, and so before the names exist. */
export class CoreDnsNegativeCacheChart extends Chart {
  public readonly workload: StatefulWorkload;

  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'default' });
    const workload = this.workload = new StatefulWorkload(this, 'etcd', {
      replicas: 3,
      runAs: 1000,
      // All start at once, and their addresses are published before they are ready. Both shorten the wait, neither
      // ends it: the first member that asks makes CoreDNS remember that the others do not exist.
      members: Members.quorum({ bootstrapTogether: true }),
    });
    const etcd = workload.addContainer({
      image: 'gcr.io/etcd-development/etcd:v3.6.16',
      command: ['/usr/local/bin/etcd'],
      args: [
        `--name=${workload.self('{name}')}`,
        '--data-dir=/data/etcd',
        '--listen-peer-urls=http://0.0.0.0:2380',
        '--listen-client-urls=http://0.0.0.0:2379',
        `--initial-advertise-peer-urls=${workload.self('http://{fqdn}:2380')}`,
        `--advertise-client-urls=${workload.self('http://{fqdn}:2379')}`,
        `--initial-cluster=${workload.peers('{name}=http://{fqdn}:2380')}`,
      ],
      ports: [{ name: 'client', number: 2379 }, { name: 'peer', number: 2380 }],
      liveness: kplus.Probe.fromHttpGet('/livez', { port: 2379, failureThreshold: 6 }),
      readiness: kplus.Probe.fromHttpGet('/readyz', { port: 2379 }),
    });
    etcd.mount('/data', workload.claim('data', { storage: Size.gibibytes(10) }));
  }
}

/** The change of the cluster's DNS for them, to be applied by whoever may write in kube-system. */
export class ClusterDnsChart extends Chart {
  public readonly patch: CoreDnsPatch;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.patch = new CoreDnsPatch(this, 'coredns', {
      platform: DnsPlatform.kubeadm({ kubernetesVersion: '1.28' }),
      current: CurrentCorefile.fromFile(join(__dirname, 'corefile.before')),
    });
  }
}

if (require.main === module) {
  const app = new App();
  new CoreDnsNegativeCacheChart(app, 'coredns-negative-cache');
  new ClusterDnsChart(app, 'cluster-dns');
  app.synth();
}
