import { Chart, Testing, Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { Declaration, build, declarations, sound } from '../arbitraries/declaration';

const POD_NAME = 'statefulset.kubernetes.io/pod-name';

/** A declaration with peer Services; a Service with an address needs a port. */
const withPeers = declarations.map(sound).map((d) => ({ ...d, ports: d.ports.length > 0 ? d.ports : [80] }));

function render(d: Declaration) {
  const chart = new Chart(Testing.app(), 'test');
  const workload = build(chart, d);
  const services = workload.addPeerServices();
  const objects = Testing.synth(chart);
  const names = new Set(services.map((service) => service.name));
  return { workload, objects, set: objects.find((o) => o.kind === 'StatefulSet'), peers: objects.filter((o) => o.kind === 'Service' && names.has(o.metadata.name)) };
}

const law = (check: (rendered: ReturnType<typeof render>, d: Declaration) => void) => () =>
  fc.assert(fc.property(withPeers, (d) => check(render(d), d)), { numRuns: 50 });

test('a sound declaration with peer Services has no error and no warning that it did not choose', law(({ workload }) => {
  const chosen = ['min-ready-seconds-parallel', 'quorum-size', 'peer-services-unused'];
  expect(workload.findings.filter((f) => f.severity !== 'info' && !chosen.includes(f.ruleId))).toEqual([]);
}));

test('each pod has one Service, and each Service selects one pod name and the labels of the pod', law(({ workload, set, peers }, d) => {
  expect(peers.map((service) => service.spec.selector[POD_NAME])).toEqual(Array.from({ length: d.replicas }, (_, i) => `${d.name}-${d.start + i}`));
  expect(peers.map((service) => service.metadata.name)).toEqual(workload.identity.pods.map((pod) => pod.peerName));
  for (const { spec } of peers) {
    const { [POD_NAME]: _, ...others } = spec.selector;
    expect(set.spec.template.metadata.labels).toMatchObject(others);
  }
}));

test('names of Services are unique, DNS labels that start with a letter, and resolve below the namespace', law(({ workload, objects, peers }, d) => {
  const services = objects.filter((o) => o.kind === 'Service').map((o) => o.metadata.name);
  expect(new Set(services).size).toBe(d.replicas + 1);
  for (const service of peers) expect(service.metadata.name).toMatch(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/);
  expect(workload.identity.pods.map((pod) => pod.peerFqdn)).toEqual(peers.map((service) => `${service.metadata.name}.${d.namespace}.svc.${d.domain}`));
}));

test('a Service has an address, publishes before readiness, and remaps no port', law(({ peers }, d) => {
  for (const { spec } of peers) {
    expect([spec.type, spec.clusterIP, spec.publishNotReadyAddresses]).toEqual(['ClusterIP', undefined, true]);
    expect(spec.ports.map((port: any) => port.port).sort()).toEqual([...d.ports].sort());
    expect(spec.ports.every((port: any) => port.port === port.targetPort)).toBe(true);
  }
}));

test('growing adds Services at the end and changes no byte of those that were there, shrinking takes them away again', () => {
  fc.assert(fc.property(withPeers, fc.integer({ min: 1, max: 5 }), (d, more) => {
    const [small, large] = [d, { ...d, replicas: d.replicas + more }].map((of) => render(of).peers.map((service) => Yaml.stringify(service)));
    expect(large.slice(0, small.length)).toEqual(small);
    expect(large.length - small.length).toBe(more);
  }), { numRuns: 30 });
});

test('every Service comes before the set that needs it', law(({ objects, peers }) => {
  const at = objects.findIndex((o) => o.kind === 'StatefulSet');
  for (const service of peers) expect(objects.indexOf(service)).toBeLessThan(at);
}));
