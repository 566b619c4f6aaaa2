import { Chart, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { Disruption, Members, StatefulWorkload, UpdatePolicy } from '../../src';

/** A declaration as plain data, so that it can be built at any place of a construct tree. */
export interface Declaration {
  readonly name: string;
  readonly namespace: string;
  readonly replicas: number;
  readonly start: number;
  readonly quorum: boolean;
  readonly together: boolean;
  readonly claims: readonly string[];
  readonly ports: readonly number[];
  readonly containers: number;
  readonly from: number;
  readonly budget: 'default' | 'majority' | 'one';
  readonly domain: string;
}

const label = (max: number) => fc.stringMatching(/^[a-z][a-z0-9-]*[a-z0-9]$/, { maxLength: max });

/** Sound declarations of every shape: names up to the limit, any start, one to nine members. */
export const declarations: fc.Arbitrary<Declaration> = fc.record({
  name: label(52),
  namespace: label(63),
  replicas: fc.integer({ min: 1, max: 9 }),
  start: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1000 })),
  quorum: fc.boolean(),
  together: fc.boolean(),
  claims: fc.uniqueArray(label(20), { maxLength: 3 }),
  ports: fc.uniqueArray(fc.integer({ min: 1, max: 65535 }), { maxLength: 4 }),
  containers: fc.integer({ min: 1, max: 3 }),
  from: fc.nat(8),
  budget: fc.constantFrom('default' as const, 'majority' as const, 'one' as const),
  domain: fc.constantFrom('cluster.local', 'k8s.example.org'),
});

/** How many members a declaration is allowed to have for its kind: a quorum of one or two has no useful budget. */
export function sound(d: Declaration): Declaration {
  return d.quorum && d.replicas < 3 ? { ...d, replicas: 3 } : d;
}

export function build(scope: Construct, d: Declaration): StatefulWorkload {
  const workload = new StatefulWorkload(scope, d.name, {
    metadata: { namespace: d.namespace },
    replicas: d.replicas,
    ordinalsStart: d.start,
    runAs: 1000,
    clusterDomain: d.domain,
    members: (d.quorum ? Members.quorum : Members.independent)({ bootstrapTogether: d.together, bootstrapSize: d.together ? d.replicas : undefined }),
    updatePolicy: UpdatePolicy.rolling({ fromOrdinal: d.start + Math.min(d.from, d.replicas - 1) }),
    disruption: d.replicas === 1 ? Disruption.allowOutage('a test')
      : d.budget === 'majority' && d.replicas > 2 ? Disruption.keepMajority() : d.budget === 'one' ? Disruption.atMost(1) : undefined,
  });
  const peers = workload.peers('{name}={fqdn}');
  const containers = Array.from({ length: d.containers }, (_, i) => workload.addContainer({
    name: `c${i}`,
    image: 'example/x:1',
    args: [peers, workload.self('{fqdn}')],
    ports: d.ports.filter((_port, p) => p % d.containers === i).map((number) => ({ number, name: `p${number}x` })),
    readiness: kplus.Probe.fromCommand(['true']),
  }));
  d.claims.forEach((name, i) => workload.claim(name, { storage: Size.gibibytes(i + 1) }).mount(containers[i % containers.length], `/data/${i}`));
  return workload;
}

/** Builds a declaration in a chart of its own and renders it: Service, StatefulSet, PodDisruptionBudget. */
export function render(d: Declaration): { workload: StatefulWorkload; service: any; set: any; budget: any } {
  const chart = new Chart(Testing.app(), 'test');
  const workload = build(chart, d);
  const [service, set, budget] = Testing.synth(chart);
  return { workload, service, set, budget };
}
