import { Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { chart, db, pod, refusal, rendered, ruleIds, set } from './support';
import { Disruption, ExternalTrafficPolicy, Members, StatefulWorkload } from '../src';

describe('the budget', () => {
  const spec = (props: object) => rendered(db(props).chart)['PodDisruptionBudget/db']?.spec;

  test.each([
    ['one at a time by default', {}, { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' }],
    ['a quorum keeps its unready member', { members: Members.quorum() }, { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'IfHealthyBudget' }],
    ['the bare majority of five is three', { replicas: 5, disruption: Disruption.keepMajority() }, { minAvailable: 3, unhealthyPodEvictionPolicy: 'AlwaysAllow' }],
    ['a percentage to keep rounds up', { replicas: 5, disruption: Disruption.keepAtLeastPercent(50) }, { minAvailable: 3, unhealthyPodEvictionPolicy: 'AlwaysAllow' }],
    ['a percentage that may go rounds up', { replicas: 5, disruption: Disruption.atMostPercent(21) }, { maxUnavailable: 2, unhealthyPodEvictionPolicy: 'AlwaysAllow' }],
    ['any number on request', { replicas: 5, disruption: Disruption.atMost(2) }, { maxUnavailable: 2, unhealthyPodEvictionPolicy: 'AlwaysAllow' }],
    ['any number to keep on request', { replicas: 5, disruption: Disruption.keepAtLeast(4) }, { minAvailable: 4, unhealthyPodEvictionPolicy: 'AlwaysAllow' }],
    ['blocking drains is a choice with a reason', { disruption: Disruption.blockDrains('moved by hand') }, { minAvailable: 3, unhealthyPodEvictionPolicy: 'AlwaysAllow' }],
  ])('%s', (_, props, expected) => {
    expect(spec(props)).toEqual({ ...expected, selector: { matchLabels: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' } } });
  });

  test('none at all is a choice with a reason', () => {
    const { chart: scope, workload } = db({ disruption: Disruption.none('an operator owns the budget') });
    expect(spec({ disruption: Disruption.none('x') })).toBeUndefined();
    expect(workload.budget).toBeUndefined();
    expect(set(scope).metadata.annotations['cdk8s-stateful.dev/ignore']).toBe('pdb-present: an operator owns the budget');
    expect(ruleIds(workload, 'warning')).toEqual([]);
  });

  test.each([
    ['said', { replicas: 1 }, 'replicas is 1'],
    ['by default', { replicas: undefined }, 'replicas is not said, which is 1'],
    ['with a budget that changes nothing', { replicas: 1, disruption: Disruption.atMost(1) }, 'replicas is 1'],
    ['as the minimum of an autoscaler', { replicas: undefined, autoscale: { min: 1, max: 3 } }, 'autoscale.min is 1'],
  ])('fails one replica, %s, until somebody chooses what a drain does, and says it once', (_, props, given) => {
    const { workload } = db(props);
    const said = workload.findings.filter((f) => f.ruleId === 'pdb-single-replica');
    expect(said).toMatchObject([{ severity: 'error', kind: 'StatefulSet', acknowledgeable: true }]);
    expect(said[0].message).toBe(`${given}, and nobody says whether a drain may stop the only pod: this budget lets it, and each drained node is an outage`);
  });

  test.each([
    ['an outage', { disruption: Disruption.allowOutage('a cache') }],
    ['a blocked drain', { disruption: Disruption.blockDrains('moved by hand') }],
    ['no budget', { disruption: Disruption.none('the platform has one') }],
    ['an acknowledgement', { acknowledge: { 'pdb-single-replica': 'a cache' } }],
    ['an acknowledgement by hand', { metadata: { annotations: { 'cdk8s-stateful.dev/ignore': 'pdb-single-replica: a cache' } } }],
  ])('one replica passes with the choice of %s', (_, props) => {
    const { workload } = db({ replicas: 1, ...props });
    expect(ruleIds(workload).concat(ruleIds(workload, 'warning'))).toEqual([]);
  });

  test('fails one replica whose budget keeps it under the rule for budgets that block, and no other', () => {
    expect(ruleIds(db({ replicas: 1, disruption: Disruption.keepAtLeast(1) }).workload)).toEqual(['pdb-never-evictable']);
  });

  test('one replica that nobody states and an autoscaler raises is none', () => {
    const { workload } = db({ replicas: undefined });
    workload.markHasAutoscaler();
    expect(ruleIds(workload)).toEqual([]);
  });

  test('fails a quorum of two unless an outage is chosen', () => {
    expect(ruleIds(db({ replicas: 2, members: Members.quorum() }).workload)).toEqual(['pdb-quorum']);
    expect(ruleIds(db({ replicas: 2, members: Members.quorum(), disruption: Disruption.allowOutage('a test cluster') }).workload)).toEqual([]);
  });

  test('fails a budget that takes the majority', () => {
    expect(ruleIds(db({ members: Members.quorum(), disruption: Disruption.atMost(2) }).workload)).toEqual(['pdb-quorum']);
  });

  test('fails a budget that blocks every drain without saying so', () => {
    expect(ruleIds(db({ disruption: Disruption.keepAtLeast(3) }).workload)).toEqual(['pdb-never-evictable']);
  });
});

describe('Services for clients and network policies', () => {
  test('the client Service shows ready pods only, by port name', () => {
    const { chart: scope, workload } = db({ members: Members.quorum({ bootstrapTogether: true }) });
    workload.addClientService({ type: kplus.ServiceType.LOAD_BALANCER, sticky: true, externalTrafficPolicy: ExternalTrafficPolicy.LOCAL, annotations: { a: 'b' } });
    const service = rendered(scope)['Service/db-client'];
    expect(service.metadata.annotations).toEqual({ a: 'b' });
    expect(service.spec).toEqual({
      type: 'LoadBalancer',
      sessionAffinity: 'ClientIP',
      externalTrafficPolicy: ExternalTrafficPolicy.LOCAL,
      selector: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' },
      ports: [{ name: 'sql', port: 5432, targetPort: 'sql', protocol: 'TCP' }],
    });
    expect(ruleIds(workload)).toEqual([]);
  });

  test('several client Services can stand side by side, one of them for a single ordinal', () => {
    const { chart: scope, workload } = db();
    workload.addClientService();
    workload.addClientService({ name: 'db-primary', ordinal: 0 });
    expect(rendered(scope)['Service/db-primary'].spec.selector).toEqual({
      'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db', 'statefulset.kubernetes.io/pod-name': 'db-0',
    });
    expect(workload.findings.filter((f) => f.severity !== 'info')).toEqual([]);
  });

  test('a port without a name is published by number', () => {
    const scope = chart();
    const workload = new StatefulWorkload(scope, 'db', { replicas: 3 });
    workload.addContainer({ image: 'example/db:1', portNumber: 5432, readiness: kplus.Probe.fromTcpSocket({ port: 5432 }) });
    workload.addClientService();
    expect(rendered(scope)['Service/db-client'].spec.ports).toEqual([{ name: 'tcp-5432', port: 5432, targetPort: 5432, protocol: 'TCP' }]);
  });

  test('fails a client Service for a port that no container has', () => {
    const { chart: scope, workload } = db();
    workload.addClientService({ ports: ['http'] });
    expect(refusal(scope)).toContain('no container has a port named "http"; there are sql');
  });

  test('a network policy leaves peers and DNS open and names its clients', () => {
    const { chart: scope, workload } = db();
    const client = new kplus.Deployment(scope, 'web', { metadata: { namespace: 'front' }, containers: [{ image: 'example/web:1' }] });
    workload.addNetworkPolicy({ clients: [client, kplus.NetworkPolicyIpBlock.ipv4(scope, 'b', '198.18.0.0/15')], restrictEgress: true });
    expect(rendered(scope)['NetworkPolicy/db'].spec).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        { from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' } } }] },
        {
          from: [
            { podSelector: { matchLabels: { 'cdk8s.io/metadata.addr': expect.any(String) } }, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'front' } } },
            { ipBlock: { cidr: '198.18.0.0/15' } },
          ],
          ports: [{ port: 5432, protocol: 'TCP' }],
        },
      ],
      egress: [
        { to: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' } } }] },
        { ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }] },
      ],
    });
  });

  test('connections, isolation and scheduling of cdk8s-plus select by the set\'s own stable labels', () => {
    const own = { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' };
    const { chart: scope, workload } = db({ isolate: true, metadata: { namespace: 'prod' } });
    const other = new kplus.Deployment(scope, 'web', { metadata: { namespace: 'prod' }, containers: [{ image: 'example/web:1', portNumber: 80 }] });
    workload.connections.allowFrom(other);
    workload.scheduling.spread({ weight: 1 });
    other.scheduling.separate(workload);
    const policies = Testing.synth(scope).filter((o) => o.kind === 'NetworkPolicy');
    expect(policies.filter((p) => JSON.stringify(p.spec.podSelector.matchLabels) === JSON.stringify({ 'app.kubernetes.io/instance': 'db', 'app.kubernetes.io/name': 'db' }))).toHaveLength(2);
    expect(pod(scope).affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector.matchLabels).toEqual(own);
  });
});

describe('autoscaling', () => {
  const hpa = (workload: StatefulWorkload) => new kplus.HorizontalPodAutoscaler(workload, 'hpa', {
    target: workload, minReplicas: 3, maxReplicas: 6, metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
  });
  const scalable = (props: object) => {
    const scope = chart();
    const workload = new StatefulWorkload(scope, 'shard', props);
    workload.addContainer({
      image: 'example/shard:1',
      resources: { cpu: { request: kplus.Cpu.units(1) } },
      readiness: kplus.Probe.fromCommand(['true']),
    });
    return { scope, workload };
  };

  test('a range leaves the number to the autoscaler, derives budgets from the minimum and names up to the maximum', () => {
    const { scope, workload } = scalable({ autoscale: { min: 3, max: 6 } });
    hpa(workload);
    expect(set(scope, 'shard').spec.replicas).toBeUndefined();
    expect(workload.peers('{name}')).toBe('shard-0,shard-1,shard-2');
    expect(workload.fqdn(5)).toBe('shard-5.shard.prod.svc.cluster.local');
    expect(ruleIds(workload)).toEqual([]);
  });

  test('nothing derived, nothing to refuse', () => {
    const { scope, workload } = scalable({});
    hpa(workload);
    expect(Testing.synth(scope).map((o) => o.kind)).toContain('HorizontalPodAutoscaler');
  });

  test('fails an autoscaler where a peer list is derived from a fixed number', () => {
    const { scope, workload } = scalable({});
    workload.peers('{name}');
    hpa(workload);
    expect(refusal(scope)).toContain('autoscaler-derived');
  });

  test('fails a range beside replicas, and a range that is none', () => {
    expect(ruleIds(scalable({ replicas: 3, autoscale: { min: 3, max: 6 } }).workload)).toEqual(['replicas-or-autoscale']);
    expect(ruleIds(scalable({ autoscale: { min: 4, max: 3 } }).workload)).toEqual(['replicas-or-autoscale']);
  });
});
