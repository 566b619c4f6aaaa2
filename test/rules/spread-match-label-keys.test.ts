import { afterChange, findings, sound } from './harness';
import { spreadMatchLabelKeys } from '../../src/rules/spread-match-label-keys';

test('the sound set passes', () => {
  expect(findings(spreadMatchLabelKeys, sound().objects)).toEqual([]);
});

const keys = (matchLabelKeys: any) => afterChange(spreadMatchLabelKeys, ({ pod }) => {
  pod.topologySpreadConstraints[0].matchLabelKeys = matchLabelKeys;
});

test('fails the label of Deployments, which pods of a set do not carry', () => {
  const [finding, ...others] = keys(['pod-template-hash']);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', path: 'spec.template.spec.topologySpreadConstraints[0].matchLabelKeys', acknowledgeable: true });
  expect(finding.fix).toBe('write matchLabelKeys: [controller-revision-hash]');
});

test('fails it in an anti-affinity term', () => {
  expect(afterChange(spreadMatchLabelKeys, ({ pod }) => {
    pod.affinity = { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm: { matchLabelKeys: ['pod-template-hash'] } }] } };
  })).toHaveLength(1);
});

test('the label of revisions, no keys and junk pass', () => {
  for (const given of [['controller-revision-hash'], [], null, 'pod-template-hash']) expect(keys(given)).toEqual([]);
});
