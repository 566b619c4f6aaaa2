import { Chart, Testing, Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { build, declarations, render, sound } from '../arbitraries/declaration';

const law = (check: (rendered: ReturnType<typeof render>, d: ReturnType<typeof sound>) => void) => () =>
  fc.assert(fc.property(declarations.map(sound), (d) => check(render(d), d)), { numRuns: 60 });

test('a sound declaration has no error and no warning that it did not choose', law(({ workload }) => {
  const chosen = ['min-ready-seconds-parallel', 'quorum-size'];
  expect(workload.findings.filter((f) => f.severity !== 'info' && !chosen.includes(f.ruleId))).toEqual([]);
}));

test('serviceName is the headless Service, in the same namespace', law(({ service, set }) => {
  expect(set.spec.serviceName).toBe(service.metadata.name);
  expect(set.metadata.namespace).toBe(service.metadata.namespace);
  expect(service.spec.clusterIP).toBe('None');
}));

test('set, Service and budget select exactly the labels of the pods', law(({ service, set, budget }) => {
  const { labels } = set.spec.template.metadata;
  for (const selector of [set.spec.selector.matchLabels, service.spec.selector, budget.spec.selector.matchLabels]) {
    expect(Object.keys(selector).length).toBeGreaterThan(0);
    expect(labels).toMatchObject(selector);
    expect(Object.values(selector)).toContain(set.metadata.name);
  }
}));

test('a budget never blocks every drain and never takes the majority', law(({ budget, set }, d) => {
  const { minAvailable, maxUnavailable } = budget.spec;
  const allowed = minAvailable === undefined ? maxUnavailable : d.replicas - minAvailable;
  expect([minAvailable, maxUnavailable].filter((v) => v !== undefined)).toEqual([expect.any(Number)]);
  expect(allowed).toBeGreaterThanOrEqual(1);
  if (d.quorum) expect(d.replicas - allowed).toBeGreaterThan(d.replicas / 2);
  expect(set.spec.replicas).toBe(d.replicas);
}));

test('claims are called <claim>-<set>-<ordinal>, and every template is mounted', law(({ workload, set }, d) => {
  expect(workload.identity.pods.map((pod) => pod.claims)).toEqual(
    Array.from({ length: d.replicas }, (_, i) => d.claims.map((claim) => `${claim}-${d.name}-${d.start + i}`)),
  );
  const mounts = set.spec.template.spec.containers.flatMap((c: any) => c.volumeMounts ?? []).map((m: any) => m.name);
  expect((set.spec.volumeClaimTemplates ?? []).map((c: any) => c.metadata.name)).toEqual([...d.claims]);
  expect([...mounts].sort()).toEqual([...d.claims].sort());
  expect(set.spec.template.spec.volumes).toBeUndefined();
}));

test('labels have at most 63 characters, names at most 253, and the revision label still fits', law(({ workload, set }, d) => {
  const labels = Object.values(set.spec.template.metadata.labels) as string[];
  expect(Math.max(...labels.map((l) => l.length))).toBeLessThanOrEqual(63);
  expect(`${d.name}-${'9'.repeat(10)}`.length).toBeLessThanOrEqual(63);
  for (const pod of workload.identity.pods) {
    expect(pod.name.length).toBeLessThanOrEqual(63);
    expect(Math.max(pod.fqdn.length, ...pod.claims.map((c) => c.length))).toBeLessThanOrEqual(253);
    expect(pod.fqdn.split('.').every((part) => part.length <= 63)).toBe(true);
  }
}));

test('the Service has every container port once, named, under its own number', law(({ service }, d) => {
  const ports = service.spec.ports ?? [];
  expect(ports.map((p: any) => p.port).sort()).toEqual([...d.ports].sort());
  expect(ports.every((p: any) => p.port === p.targetPort && p.name)).toBe(true);
}));

test('peer lists name every member of the first start: <set>-<n>=<set>-<n>.<service>.<namespace>.svc.<domain>, from the first ordinal on', law(({ set }, d) => {
  const known = Array.from({ length: d.replicas }, (_, i) => `${d.name}-${d.start + i}=${d.name}-${d.start + i}.${d.name}.${d.namespace}.svc.${d.domain}`);
  expect(set.spec.template.spec.containers.map((c: any) => c.args[0])).toEqual(Array(d.containers).fill(known.join(',')));
}));

test('each pod fills its own name into what is said of itself', law(({ set }, d) => {
  expect(set.spec.template.spec.containers.map((c: any) => c.args[1])).toEqual(Array(d.containers).fill(`$(POD_NAME).${d.name}.${d.namespace}.svc.${d.domain}`));
}));

test('members that bootstrap together start in parallel and are published, others are not', law(({ service, set }, d) => {
  expect([set.spec.podManagementPolicy, service.spec.publishNotReadyAddresses]).toEqual(d.together ? ['Parallel', true] : ['OrderedReady', undefined]);
}));

test('the partition leaves exactly the ordinals below it alone', law(({ set }, d) => {
  const partition = set.spec.updateStrategy.rollingUpdate.partition;
  expect(partition).toBe(Math.min(d.from, d.replicas - 1));
}));

test('a synth twice gives the same bytes', () => {
  fc.assert(fc.property(declarations.map(sound), (d) => {
    const chart = new Chart(Testing.app(), 'test');
    build(chart, d);
    expect(Yaml.stringify(...Testing.synth(chart))).toBe(Yaml.stringify(...Testing.synth(chart)));
  }), { numRuns: 30 });
});

test('the construct path is irrelevant', () => {
  const paths = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 4 });
  fc.assert(fc.property(declarations.map(sound), paths, fc.stringMatching(/^[a-z]{1,8}$/), (d, path, chartId) => {
    const at = (id: string, ids: string[]) => {
      const chart = new Chart(Testing.app(), id);
      build(ids.reduce<Construct>((scope, name) => new Construct(scope, name), chart), d);
      return Yaml.stringify(...Testing.synth(chart));
    };
    expect(at(chartId, path)).toBe(at('test', []));
  }), { numRuns: 40 });
});
