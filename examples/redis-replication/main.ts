import { App, Chart, ChartProps, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { StatefulWorkload, UnhealthyPodEviction } from 'cdk8s-stateful';

/** A Redis master, pod 0, with replicas that find it by its name. */
export class RedisReplicationChart extends Chart {
  public readonly workload: StatefulWorkload;

  public constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, { namespace: 'default', ...props });
    const workload = this.workload = new StatefulWorkload(this, 'test-redis-pod', {
      replicas: 3,
      // A name that is asked for before it exists is cached as missing; the replicas ask while the master still loads.
      headlessService: { name: 'test-redis-service', publishNotReadyAddresses: true },
      // While the master is away every replica is unready, and holds what the master may have lost.
      unhealthyPodEviction: UnhealthyPodEviction.IF_HEALTHY_BUDGET,
      runAs: 999,
    });

    const probe = { periodSeconds: Duration.seconds(5), timeoutSeconds: Duration.seconds(3) };
    const shell = (command: string) => kplus.Probe.fromCommand(['/bin/sh', '-c', command], probe);
    const redis = workload.addContainer({
      name: 'redis',
      image: 'redis:8.10.2',
      command: workload.byOrdinal({
        first: ['redis-server'],
        others: ['redis-server', '--replicaof', workload.fqdn(0), '6379'],
      }),
      args: [
        '--dir', '/data',
        // A snapshot on SIGTERM: a replica that was restarted goes on with what is missing, not with a full copy.
        '--save', '60', '1',
        // The address is another one after each restart, the name never is.
        '--replica-announce-ip', workload.self('{fqdn}'),
        // Without a password, protected mode refuses the replicas too: they connect from other pods.
        '--protected-mode', 'no',
      ],
      ports: [{ name: 'redis', number: 6379 }],
      // A server that loads its snapshot or has lost its master is alive.
      liveness: shell("redis-cli ping | grep -Eq 'PONG|LOADING|MASTERDOWN'"),
      // A replica answers pings without its data: ready is the one that has a link to the master.
      readiness: shell("redis-cli ping | grep -q PONG && redis-cli info replication | grep -Eq '^(role:master|master_link_status:up)'"),
      resources: { cpu: { request: kplus.Cpu.millis(100) }, memory: { request: Size.mebibytes(256) } },
    });
    redis.mount('/data', workload.claim('data', { storage: Size.gibibytes(5) }));

    workload.addClientService({ name: 'test-redis-master', ordinal: 0 });
    workload.addClientService({ name: 'test-redis-read' });
  }
}

if (require.main === module) {
  const app = new App();
  new RedisReplicationChart(app, 'redis-replication');
  app.synth();
}
