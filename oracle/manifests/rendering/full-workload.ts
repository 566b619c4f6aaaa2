import { Chart, Duration, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ClaimRetention, ExternalTrafficPolicy, IpFamily, IpFamilyPolicy, Members, Spread, StatefulWorkload, UnhealthyPodEviction, UpdatePolicy,
} from '../../../src';

/** One of each thing that a workload can have. */
export function fullWorkload(): any[] {
  const chart = new Chart(Testing.app(), 'full', { namespace: 'full' });
  const workload = new StatefulWorkload(chart, 'store', {
    replicas: 3,
    ordinalsStart: 5,
    members: Members.quorum({ bootstrapTogether: true, bootstrapSize: 3 }),
    podMetadata: { annotations: { 'example.org/owner': 'team-store' } },
    headlessService: { ipFamilies: [IpFamily.IPV4], ipFamilyPolicy: IpFamilyPolicy.SINGLE_STACK, appProtocols: { peer: 'http' }, annotations: { 'example.org/a': 'b' } },
    podManagementPolicy: kplus.PodManagementPolicy.PARALLEL,
    updatePolicy: UpdatePolicy.rolling({ fromOrdinal: 6 }),
    minReady: Duration.seconds(2),
    revisionHistoryLimit: 5,
    claimRetention: { whenDeleted: ClaimRetention.RETAIN, whenScaled: ClaimRetention.RETAIN },
    unhealthyPodEviction: UnhealthyPodEviction.ALWAYS_ALLOW,
    runAs: 1000,
    supplementalGroups: [2000],
    spread: Spread.perHost(),
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    enableServiceLinks: false,
    terminationGracePeriod: Duration.seconds(90),
  });
  const http = (path: string) => kplus.Probe.fromHttpGet(path, { port: 8080, periodSeconds: Duration.seconds(5) });
  const store = workload.addContainer({
    name: 'store',
    image: 'registry.k8s.io/pause:3.9',
    command: ['/store'],
    args: [`--peers=${workload.peers('{name}={fqdn}')}`, `--name=${workload.self('{name}')}`],
    ports: [{ name: 'http', number: 8080 }, { name: 'peer', number: 8081 }],
    envVariables: { LEVEL: kplus.EnvValue.fromValue('info') },
    startup: http('/live'),
    liveness: http('/live'),
    readiness: http('/ready'),
    resources: { cpu: { request: kplus.Cpu.millis(250), limit: kplus.Cpu.units(1) }, memory: { request: Size.mebibytes(1024), limit: Size.gibibytes(2) } },
    lifecycle: { preStop: kplus.Handler.fromCommand(['/store', 'leave']) },
  });
  workload.addInitContainer({ name: 'prepare', image: 'registry.k8s.io/pause:3.9', command: ['/prepare'] });
  workload.claim('data', { storage: Size.gibibytes(1024), labels: { tier: 'hot' } }).mount(store, '/var/lib/store');
  store.mount('/tmp/store', kplus.Volume.fromEmptyDir(chart, 'Tmp', 'tmp'));
  workload.addClientService({ type: kplus.ServiceType.LOAD_BALANCER, ports: ['http'], externalTrafficPolicy: ExternalTrafficPolicy.LOCAL, sticky: true });
  workload.addPeerServices();
  workload.addNetworkPolicy({ clientPorts: ['http'], clients: [kplus.Namespaces.all(chart, 'Everybody')], restrictEgress: true });
  return Testing.synth(chart);
}
