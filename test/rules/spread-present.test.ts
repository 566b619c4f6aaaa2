import { afterChange, findings, sound } from './harness';
import { spreadPresent } from '../../src/rules/spread-present';

test('the sound set passes', () => {
  expect(findings(spreadPresent, sound().objects)).toEqual([]);
});

test('fails three replicas that nothing spreads', () => {
  const [finding, ...others] = afterChange(spreadPresent, ({ pod }) => { delete pod.topologySpreadConstraints; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', kind: 'StatefulSet', path: 'spec.template.spec.topologySpreadConstraints', acknowledgeable: true });
  expect(finding.message).toContain('spreads the 3 pods: one node may hold all of them');
});

test('fails empty lists, an affinity to other pods and junk', () => {
  for (const affinity of [{ podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [] } }, { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{}] } }, 'x', []]) {
    expect(afterChange(spreadPresent, ({ pod }) => { Object.assign(pod, { topologySpreadConstraints: [], affinity }); })).toHaveLength(1);
  }
});

test('a preferred anti-affinity passes', () => {
  expect(afterChange(spreadPresent, ({ pod }) => {
    delete pod.topologySpreadConstraints;
    pod.affinity = { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname' } }] } };
  })).toEqual([]);
});

test('a single replica passes', () => {
  expect(afterChange(spreadPresent, ({ pod, set }) => { delete pod.topologySpreadConstraints; set.spec.replicas = 1; })).toEqual([]);
});
