import { App, Chart, JsonPatch, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { chart, db, pod, refusal, rendered, ruleIds, set, yaml } from './support';
import { Disruption, IpFamily, IpFamilyPolicy, Members, PodDefaults, StatefulWorkload } from '../src';

const peersOf = (scope: Chart) => Testing.synth(scope).filter((object) => /-peer$/.test(object.metadata.name));

describe('the set', () => {
  test('etcd that knows its members by peer Services renders this set', () => {
    const scope = chart();
    const etcd = new StatefulWorkload(scope, 'etcd', { replicas: 3, runAs: 1000, members: Members.quorum({ bootstrapTogether: true }) });
    const server = etcd.addContainer({
      image: 'quay.io/coreos/etcd:v3.6.5',
      ports: [{ name: 'client', number: 2379 }, { name: 'peer', number: 2380 }],
      args: [
        '--name=$(POD_NAME)', '--data-dir=/data/etcd',
        `--initial-cluster=${etcd.peers('{name}=http://{peerFqdn}:2380')}`,
        `--initial-advertise-peer-urls=${etcd.self('http://{peerFqdn}:2380')}`,
      ],
      readiness: kplus.Probe.fromHttpGet('/readyz', { port: 2379 }),
    });
    etcd.claim('data', { storage: Size.gibibytes(10) }).mount(server, '/data');
    etcd.addPeerServices();
    expect(yaml(scope)).toMatchSnapshot();
    expect(etcd.findings.filter((f) => f.severity !== 'info')).toEqual([]);
  });

  test('every Service comes before the StatefulSet: the name is there before the pod asks for it', () => {
    const { chart: scope, workload } = db();
    const services = workload.addPeerServices();
    expect(services.map((service) => [service.node.id, service.name])).toEqual([['PeerService-0', 'db-0-peer'], ['PeerService-1', 'db-1-peer'], ['PeerService-2', 'db-2-peer']]);
    expect(Testing.synth(scope).map((o) => `${o.kind}/${o.metadata.name}`)).toEqual([
      'Service/db', 'Service/db-0-peer', 'Service/db-1-peer', 'Service/db-2-peer', 'StatefulSet/db', 'PodDisruptionBudget/db',
    ]);
  });

  test('the Services change no byte of the other objects', () => {
    const others = (peers: boolean) => {
      const { chart: scope, workload } = db();
      workload.addNetworkPolicy({ restrictEgress: true });
      if (peers) workload.addPeerServices();
      return Testing.synth(scope).filter((object) => !/-peer$/.test(object.metadata.name));
    };
    expect(others(true)).toEqual(others(false));
  });

  test('a Service has every published port under its own number, also those of sidecars and of later containers', () => {
    const { chart: scope, workload } = db();
    workload.addPeerServices({ appProtocols: { admin: 'http' } });
    workload.addContainer({ name: 'two', image: 'example/two:1', ports: [{ name: 'admin', number: 8080 }, { number: 53, protocol: kplus.Protocol.UDP }] });
    for (const { spec } of peersOf(scope)) {
      expect(spec.ports).toEqual([
        { name: 'sql', port: 5432, targetPort: 5432, protocol: 'TCP' },
        { name: 'admin', port: 8080, targetPort: 8080, protocol: 'TCP', appProtocol: 'http' },
        { name: 'udp-53', port: 53, targetPort: 53, protocol: 'UDP' },
      ]);
    }
    expect(peersOf(scope)).toHaveLength(3);
  });

  test('labels, annotations and families are on each of them', () => {
    const { chart: scope, workload } = db({ metadata: { labels: { team: 'x' } }, replicas: 1, disruption: Disruption.allowOutage('a test') });
    workload.addPeerServices({ annotations: { note: 'n' }, ipFamilies: [IpFamily.IPV6], ipFamilyPolicy: IpFamilyPolicy.SINGLE_STACK });
    expect(peersOf(scope)).toEqual([{
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'db-0-peer',
        namespace: 'prod',
        annotations: { note: 'n' },
        labels: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db', 'app.kubernetes.io/managed-by': 'cdk8s', 'team': 'x' },
      },
      spec: {
        type: 'ClusterIP',
        ipFamilies: ['IPv6'],
        ipFamilyPolicy: 'SingleStack',
        ports: [{ name: 'sql', port: 5432, targetPort: 5432, protocol: 'TCP' }],
        publishNotReadyAddresses: true,
        selector: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db', 'statefulset.kubernetes.io/pod-name': 'db-0' },
      },
    }]);
  });

  test('an autoscaled set has one for every pod that can exist, and a list names those that always do', () => {
    const { chart: scope, workload } = db({ replicas: undefined, autoscale: { min: 3, max: 5 }, ordinalsStart: 7, kubernetesVersion: '1.31' });
    workload.addPeerServices();
    expect(peersOf(scope).map((s) => s.metadata.name)).toEqual(['db-7-peer', 'db-8-peer', 'db-9-peer', 'db-10-peer', 'db-11-peer']);
    expect(workload.peers('{peer}')).toBe('db-7-peer,db-8-peer,db-9-peer');
    expect(ruleIds(workload)).toEqual([]);
  });
});

describe('names', () => {
  test('templates may name them before they are declared, with the same result', () => {
    const build = (early: boolean) => {
      const { chart: scope, workload, container } = db();
      if (early) workload.addPeerServices();
      container.env.addVariable('PEERS', kplus.EnvValue.fromValue(workload.peers('{peerFqdn}:5432')));
      container.env.addVariable('SELF', kplus.EnvValue.fromValue(workload.self('{peer}:5432')));
      if (!early) workload.addPeerServices();
      expect(ruleIds(workload)).toEqual([]);
      return yaml(scope);
    };
    expect(build(false)).toBe(build(true));
    expect(build(true)).toContain('value: db-0-peer.prod.svc.cluster.local:5432,db-1-peer.prod.svc.cluster.local:5432,db-2-peer.prod.svc.cluster.local:5432');
    expect(build(true)).toContain('value: $(POD_NAME)-peer:5432');
  });

  test('the pod\'s own name brings the variable that it is made of', () => {
    const { chart: scope, workload } = db({ podDefaults: PodDefaults.none() });
    workload.addPeerServices();
    workload.addContainer({ name: 'two', image: 'example/two:1', args: [workload.self('{peerFqdn}')] });
    expect(pod(scope).containers[1].env[0].name).toBe('POD_NAME');
  });

  test('commands by ordinal reach one member by an address that stays', () => {
    const { workload } = db();
    const command = workload.byOrdinal({ first: ['redis-server'], others: ['redis-server', '--replicaof', workload.peerFqdn(0), '6379'] });
    workload.addPeerServices();
    expect(command[2]).toContain('*) exec redis-server --replicaof db-0-peer.prod.svc.cluster.local 6379 "$@" ;;');
    expect(ruleIds(workload)).toEqual([]);
  });

  test('a certificate names them beside the pods themselves', () => {
    const { workload } = db({ replicas: 1 });
    workload.addPeerServices();
    expect(workload.identity.tlsNames()).toEqual([
      'db', 'db.prod', 'db.prod.svc', 'db.prod.svc.cluster.local',
      'db-0', 'db-0.db', 'db-0.db.prod', 'db-0.db.prod.svc', 'db-0.db.prod.svc.cluster.local',
      'db-0-peer', 'db-0-peer.prod', 'db-0-peer.prod.svc', 'db-0-peer.prod.svc.cluster.local',
    ]);
  });
});

describe('what is refused', () => {
  test('fails names without Services, once, with all other problems', () => {
    const { chart: scope, workload, container } = db();
    workload.peers('{name}=http://{peerFqdn}:2380');
    workload.peers('{name}=http://{peerFqdn}:2380');
    workload.self('{peer}');
    workload.peers('{nmae}');
    container.env.addVariable('A', kplus.EnvValue.fromValue('db-7.db'));
    expect(ruleIds(workload)).toEqual(['peer-template', 'declaration', 'peer-list-ordinals']);
    expect(refusal(scope)).toContain('[test/db] declaration: StatefulSet prod/db addPeerServices: {peerFqdn} in template "{name}=http://{peerFqdn}:2380", {peer} in template "{peer}": '
      + 'no peer Services are declared, so the name never resolves and the members never find each other; '
      + 'call addPeerServices() on the workload, before or after; or name the pods themselves by {fqdn}');
  });

  test('fails a name that is read off the identity', () => {
    const { chart: scope, workload } = db();
    expect([workload.identity.pod(0).peerName, workload.identity.pod(1).peerFqdn]).toEqual(['db-0-peer', 'db-1-peer.prod.svc.cluster.local']);
    expect(refusal(scope)).toContain('peerName of pod 0, peerFqdn of pod 1: no peer Services are declared');
  });

  test('fails a second declaration, and renders the first', () => {
    const { chart: scope, workload } = db();
    const first = workload.addPeerServices();
    expect(workload.addPeerServices({ annotations: { a: 'b' } })).toEqual(first);
    expect(refusal(scope)).toContain('declaration: StatefulSet prod/db addPeerServices: the peer Services are declared twice: each pod has one, and the options of the second call would be lost; '
      + 'call addPeerServices() once, with all options');
  });

  test('fails a certificate whose names were taken too early', () => {
    const { chart: scope, workload } = db();
    workload.identity.tlsNames();
    expect(ruleIds(workload)).toEqual([]);
    workload.addPeerServices();
    expect(refusal(scope)).toContain('declaration: StatefulSet prod/db identity.tlsNames: the names of a certificate were taken before addPeerServices(): it lacks those of the peer Services, '
      + 'so a member that is reached by one of them is refused; call addPeerServices() before tlsNames()');
  });

  test('fails a set without ports, once and not once a member', () => {
    const scope = chart();
    const workload = new StatefulWorkload(scope, 'db', { replicas: 3, runAs: 1000 });
    workload.addContainer({ image: 'example/db:1' });
    workload.addPeerServices();
    expect(workload.findings.filter((f) => f.severity === 'error')).toMatchObject([{
      ruleId: 'service-type-fields',
      path: 'addPeerServices',
      message: 'no container declares a port: the API server refuses a Service that has an address and no port',
      fix: 'give the ports that members use to the containers',
    }]);
  });

  test('fails a protocol of a port that does not exist', () => {
    const { workload } = db();
    workload.addPeerServices({ appProtocols: { sql: 'tcp', sqll: 'tcp' } });
    expect(workload.findings.filter((f) => f.severity === 'error')).toMatchObject([{
      ruleId: 'declaration', message: 'appProtocols names sqll, which no container port is called: nothing would be rendered', fix: 'name ports of the containers: sql',
    }]);
  });

  test('fails a name that is too long for a Service, and cuts none', () => {
    const name = 'd'.repeat(52);
    const { workload } = db({ ordinalsStart: 100_000, replicas: 2, kubernetesVersion: '1.31' }, chart(), name);
    workload.addPeerServices();
    expect(workload.findings.filter((f) => f.severity === 'error').map((f) => [f.ruleId, f.name])).toEqual([
      ['service-name-dns1035', `${name}-100000-peer`], ['service-name-dns1035', `${name}-100001-peer`],
    ]);
    const fits = db({ ordinalsStart: 10_000, replicas: 2, kubernetesVersion: '1.31' }, chart(), name);
    fits.workload.addPeerServices();
    expect(ruleIds(fits.workload)).toEqual([]);
  });

  test('fails an autoscaler that no range was given for: the number of Services would not follow', () => {
    const { workload } = db({ replicas: undefined });
    workload.addPeerServices();
    workload.markHasAutoscaler();
    expect(workload.findings.filter((f) => f.severity === 'error')).toMatchObject([{ ruleId: 'autoscaler-derived', message: expect.stringContaining('the number of peer Services is derived from 1') }]);
  });

  test.each([
    ['another pod', JsonPatch.replace('/spec/selector/statefulset.kubernetes.io~1pod-name', 'db-1'), ['peer-service-selector']],
    ['a pod that never exists', JsonPatch.replace('/spec/selector/statefulset.kubernetes.io~1pod-name', 'db-9'), ['per-pod-service-ordinal', 'peer-service-selector']],
    ['a label that no pod has', JsonPatch.add('/spec/selector/tier', 'x'), ['per-pod-service-selector']],
    ['pods that are ready alone', JsonPatch.remove('/spec/publishNotReadyAddresses'), ['peer-service-not-ready']],
    ['no address', JsonPatch.add('/spec/clusterIP', 'None'), ['peer-service-address']],
    ['nothing under the name that the list has', JsonPatch.replace('/metadata/name', 'db-0-pier'), ['peer-service-exists']],
  ])('fails a peer Service that is patched to lead to %s', (_, patch, expected) => {
    const { workload, container } = db({ members: Members.quorum({ bootstrapTogether: true }) });
    container.env.addVariable('PEERS', kplus.EnvValue.fromValue(workload.peers('{peerFqdn}:5432')));
    workload.addPeerServices()[0].addJsonPatch(patch);
    expect(workload.findings.filter((f) => f.severity !== 'info').map((f) => f.ruleId).sort()).toEqual([...expected].sort());
  });
});

test('a network policy leaves the members open to each other by their labels, whatever address leads to them', () => {
  const { chart: scope, workload } = db();
  workload.addPeerServices();
  workload.addNetworkPolicy({ restrictEgress: true });
  const { spec } = rendered(scope)['NetworkPolicy/db'];
  const members = [{ podSelector: { matchLabels: set(scope).spec.selector.matchLabels } }];
  expect(spec.ingress).toContainEqual({ from: members });
  expect(spec.egress).toContainEqual({ to: members });
  expect(JSON.stringify(spec)).not.toContain('ipBlock');
});

test('a chart of many workloads with peer Services is judged without a finding', () => {
  const scope = new Chart(new App(), 'many', { namespace: 'prod' });
  const workloads = Array.from({ length: 20 }, (_, i) => db({}, scope, `db-${i}x`).workload);
  workloads.forEach((workload) => workload.addPeerServices() && workload.peerFqdn(0));
  expect(workloads.flatMap((workload) => workload.findings.filter((f) => f.severity !== 'info'))).toEqual([]);
  expect(Testing.synth(scope)).toHaveLength(20 * 6);
});
