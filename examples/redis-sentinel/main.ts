import { App, Chart, ChartProps, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Members, PeerSelection, StatefulWorkload } from 'cdk8s-stateful';

const IMAGE = 'redis:8.10.2';

/** Three Redis servers, one of them the master, and a Sentinel beside each: when the master is gone they choose another one. */
export class RedisSentinelChart extends Chart {
  public readonly workload: StatefulWorkload;

  public constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, { namespace: 'redis', ...props });
    const workload = this.workload = new StatefulWorkload(this, 'redis', {
      replicas: 3,
      // The Sentinels decide by majority. Any of the three may be the master that the others wait for: all start together.
      members: Members.quorum({ bootstrapTogether: true }),
      runAs: 999,
    });
    const data = workload.claim('data', { storage: Size.gibibytes(5) });
    // Sentinel does not get over a name that is not there yet: these names and their addresses are there before the pods.
    workload.addPeerServices();
    const me = workload.self('{peerFqdn}');
    const peers = workload.peers('{peerFqdn}', { separator: ' ', members: PeerSelection.all() });
    const sentinel = 'timeout 2 redis-cli -h "$peer" -p 26379 sentinel';
    // First whoever runs, then what our own Sentinel has written down, and ordinal 0 only where nobody knows: a former
    // master that came back as one would take writes that are lost.
    const findMaster = `master=$(for peer in ${peers}; do ${sentinel} get-master-addr-by-name redis 2>/dev/null | head -n 1; done | grep -m 1 .)
[ -n "$master" ] || master=$(sed -n 's/^sentinel monitor redis \\([^ ]*\\) .*/\\1/p' /data/sentinel.conf 2>/dev/null)
[ -n "$master" ] || master=${workload.peerFqdn(0)}`;
    const serve = `${findMaster}
[ "$master" = "$0" ] || set -- --replicaof "$master" 6379 "$@"
exec redis-server "$@"`;
    // Sentinel rewrites its file: it is written once, and lives beside the data.
    const watch = `if [ ! -s /data/sentinel.conf ]; then
${findMaster}
until redis-cli -h "$master" ping >/dev/null 2>&1; do sleep 1; done
cat > /data/sentinel.new <<END
port 26379
protected-mode no
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip $0
sentinel monitor redis $master 6379 2
sentinel down-after-milliseconds redis 5000
sentinel failover-timeout redis 15000
END
mv /data/sentinel.new /data/sentinel.conf
fi
exec redis-server /data/sentinel.conf --sentinel`;
    // A master that is asked to end hands over first. It asks one Sentinel, and not its own, which ends now too: two that fail
    // over at once leave servers that copy from each other.
    const handOver = `for i in $(seq 20); do
redis-cli role | grep -q master || exit 0
[ $((i % 10)) -ne 1 ] || for peer in ${peers}; do
case "$peer" in "$POD_NAME"-peer.*) continue ;; esac
${sentinel} failover redis 2>/dev/null | grep -q OK && break
done
sleep 1
done`;
    const probe = { periodSeconds: Duration.seconds(5), timeoutSeconds: Duration.seconds(3) };
    const shell = (command: string) => kplus.Probe.fromCommand(['/bin/sh', '-c', command], probe);
    workload.addContainer({
      name: 'redis',
      image: IMAGE,
      command: ['/bin/sh', '-c', serve, me],
      args: ['--dir', '/data', '--save', '60', '1', '--replica-announce-ip', me, '--protected-mode', 'no'],
      ports: [{ name: 'redis', number: 6379 }],
      lifecycle: { preStop: kplus.Handler.fromCommand(['/bin/sh', '-c', handOver]) },
      liveness: shell("redis-cli ping | grep -Eq 'PONG|LOADING|MASTERDOWN'"),
      readiness: shell("redis-cli ping | grep -q PONG && redis-cli info replication | grep -Eq '^(role:master|master_link_status:up)'"),
      resources: { cpu: { request: kplus.Cpu.millis(100) }, memory: { request: Size.mebibytes(256) } },
    }).mount('/data', data);
    workload.addContainer({
      name: 'sentinel',
      image: IMAGE,
      command: ['/bin/sh', '-c', watch, me],
      ports: [{ name: 'sentinel', number: 26379 }],
      readiness: shell('redis-cli -p 26379 ping | grep -q PONG'),
      resources: { cpu: { request: kplus.Cpu.millis(20) }, memory: { request: Size.mebibytes(64) } },
    }).mount('/data', data);
    // Clients ask any Sentinel for the master, and go there.
    workload.addClientService({ ports: ['sentinel'] });
  }
}

if (require.main === module) {
  const app = new App();
  new RedisSentinelChart(app, 'redis-sentinel');
  app.synth();
}
