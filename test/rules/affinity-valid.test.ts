import { afterChange, findings, sound } from './harness';
import { affinityValid } from '../../src/rules/affinity-valid';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const TERM = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'web' } } };
const affinity = (given: any, minor = 28) => afterChange(affinityValid, ({ pod }) => { pod.affinity = given; }, minor);
const paths = (given: any) => affinity(given).map(({ path }) => path.replace('spec.template.spec.affinity.', ''));

test('a pod without affinity passes, and so do sound terms of every kind', () => {
  expect(findings(affinityValid, sound().objects)).toEqual([]);
  expect(affinity({
    podAntiAffinity: { [REQUIRED]: [TERM], [PREFERRED]: [{ weight: 1, podAffinityTerm: TERM }, { weight: 100, podAffinityTerm: TERM }] },
    podAffinity: { [REQUIRED]: null },
    nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }, { key: 'a', operator: 'Exists' }, { key: 'n', operator: 'Gt', values: ['1'] }] }] } },
  })).toEqual([]);
});

test('fails a required term without topologyKey', () => {
  const [finding, ...others] = affinity({ podAntiAffinity: { [REQUIRED]: [{ labelSelector: TERM.labelSelector }] } });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'affinity-valid', severity: 'error', path: `spec.template.spec.affinity.podAntiAffinity.${REQUIRED}[0].topologyKey`, acknowledgeable: true });
  expect(finding.message).toBe('topologyKey is missing; the pod cannot be created');
  expect(affinity({ podAffinity: { [REQUIRED]: [{}] } }, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test.each([0, 101, 1.5, '1', undefined])('fails the weight %p', (weight) => {
  expect(paths({ podAntiAffinity: { [PREFERRED]: [{ weight, podAffinityTerm: TERM }] } })).toEqual([`podAntiAffinity.${PREFERRED}[0].weight`]);
});

test('fails a preference whose term is not below podAffinityTerm', () => {
  expect(affinity({ podAntiAffinity: { [PREFERRED]: [{ weight: 1, ...TERM }] } })).toMatchObject([{ fix: 'write it below podAffinityTerm' }]);
  expect(paths({ podAntiAffinity: { [PREFERRED]: [{ weight: 1 }] } })).toEqual([`podAntiAffinity.${PREFERRED}[0].podAffinityTerm.topologyKey`]);
});

test('fails node terms that are missing or have operators or values that do not fit', () => {
  expect(paths({ nodeAffinity: { [REQUIRED]: {} } })).toEqual([`nodeAffinity.${REQUIRED}.nodeSelectorTerms`]);
  const expressions = [{ key: 'a', operator: 'Equals', values: ['b'] }, { key: 'a', operator: 'In' }, { key: 'a', operator: 'Exists', values: ['b'] }];
  expect(paths({ nodeAffinity: { [PREFERRED]: [{ weight: 1, preference: { matchExpressions: expressions } }] } })).toEqual([
    `nodeAffinity.${PREFERRED}[0].preference.matchExpressions[0].operator`, `nodeAffinity.${PREFERRED}[0].preference.matchExpressions[1].values`,
    `nodeAffinity.${PREFERRED}[0].preference.matchExpressions[2].values`,
  ]);
});

test('junk does not throw', () => {
  for (const given of [5, null, [], { podAntiAffinity: 'x' }, { podAntiAffinity: { [REQUIRED]: [null], [PREFERRED]: 5 } }, { nodeAffinity: { [REQUIRED]: 5, [PREFERRED]: [null] } }]) expect(() => affinity(given)).not.toThrow();
});

test('fails matchLabelKeys that the labelSelector has as well, from 1.31 on', () => {
  const keys = (minor: number) => affinity({ podAntiAffinity: { [REQUIRED]: [{ ...TERM, matchLabelKeys: ['app'] }], [PREFERRED]: [{ weight: 1, podAffinityTerm: { ...TERM, mismatchLabelKeys: ['app'], labelSelector: undefined } }] } }, minor);
  expect(keys(30)).toEqual([]);
  expect(keys(36)).toMatchObject([
    { path: `spec.template.spec.affinity.podAntiAffinity.${REQUIRED}[0].matchLabelKeys`, acknowledgeable: true },
    { path: `spec.template.spec.affinity.podAntiAffinity.${PREFERRED}[0].podAffinityTerm.mismatchLabelKeys`, acknowledgeable: false },
  ]);
});
