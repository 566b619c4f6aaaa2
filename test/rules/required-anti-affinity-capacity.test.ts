import { afterChange, findings, sound } from './harness';
import { requiredAntiAffinityCapacity } from '../../src/rules/required-anti-affinity-capacity';

test('the sound set passes', () => {
  expect(findings(requiredAntiAffinityCapacity, sound().objects)).toEqual([]);
});

const anti = (term: any, change: (set: any) => void = () => {}) => afterChange(requiredAntiAffinityCapacity, ({ pod, set }) => {
  pod.affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } };
  change(set);
});
const OWN = { topologyKey: 'topology.kubernetes.io/zone', labelSelector: { matchLabels: { app: 'web' } } };

test('fails a required anti-affinity with an information on the nodes or zones that it needs', () => {
  const [finding, ...others] = anti(OWN);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'info', acknowledgeable: true });
  expect(finding.path).toBe('spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]');
  expect(finding.message).toBe('the anti-affinity over "topology.kubernetes.io/zone" is required: with fewer than 3 of them the last pods stay pending, '
    + 'and OrderedReady stops there');
});

test('an anti-affinity to another workload, a single replica and a preferred term pass', () => {
  expect(anti({ ...OWN, labelSelector: { matchLabels: { app: 'db' } } })).toEqual([]);
  expect(anti(OWN, (set) => { set.spec.replicas = 1; })).toEqual([]);
  expect(afterChange(requiredAntiAffinityCapacity, ({ pod }) => {
    pod.affinity = { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: OWN }] } };
  })).toEqual([]);
});
