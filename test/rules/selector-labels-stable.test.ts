import { afterChange, findings, sound } from './harness';
import { selectorLabelsStable } from '../../src/rules/selector-labels-stable';

const selecting = (labels: any) => afterChange(selectorLabelsStable, ({ set }) => {
  Object.assign(set.spec.selector.matchLabels, labels);
  Object.assign(set.spec.template.metadata.labels, labels);
});

test('the sound set passes', () => {
  expect(findings(selectorLabelsStable, sound().objects)).toEqual([]);
});

test.each([
  ['app.kubernetes.io/version', '1.2'], ['app.kubernetes.io/version', '16'], ['helm.sh/chart', 'redis-17.0.1'], ['chart', 'redis-17'], ['git-commit', '9f3c2a'], ['version', '1.2.0'],
])('fails the label %s: %s, which changes with a release', (key, value) => {
  const [finding, ...others] = selecting({ [key]: value });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'selector-labels-stable', severity: 'error', kind: 'StatefulSet', acknowledgeable: true });
  expect(finding.message).toBe(`the selector asks for ${key}: "${value}"; when a release changes it the API server refuses the whole update, as a selector cannot be changed`);
});

test('labels that stay pass, and such labels on the pods alone', () => {
  expect(selecting({ 'app.kubernetes.io/name': 'web', 'version': 'v1', 'app.kubernetes.io/version': 'master', 'release': 'web-1.2' })).toEqual([]);
  expect(afterChange(selectorLabelsStable, ({ set }) => { set.spec.template.metadata.labels['app.kubernetes.io/version'] = '1.2'; })).toEqual([]);
});

test('fails with a warning where the governing Service alone asks for it: it can be changed, and loses pods', () => {
  expect(afterChange(selectorLabelsStable, ({ service }) => { service.spec.selector['app.kubernetes.io/version'] = '1.2'; }))
    .toMatchObject([{ severity: 'warning', kind: 'Service', path: 'spec.selector["app.kubernetes.io/version"]' }]);
});

test('what the controller writes itself is left to the rule about it, except in the Service', () => {
  expect(selecting({ 'controller-revision-hash': 'web-5bd744fcd' })).toEqual([]);
  expect(afterChange(selectorLabelsStable, ({ service }) => { service.spec.selector['controller-revision-hash'] = 'web-5bd744fcd'; }))
    .toMatchObject([{ severity: 'warning', kind: 'Service' }]);
});
