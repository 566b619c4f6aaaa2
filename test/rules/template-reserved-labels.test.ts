import { afterChange, findings, sound } from './harness';
import { templateReservedLabels } from '../../src/rules/template-reserved-labels';

test('a template of own labels passes', () => {
  expect(findings(templateReservedLabels, sound().objects)).toEqual([]);
});

test('fails a template that sets a label of the controller', () => {
  const [finding, ...others] = afterChange(templateReservedLabels, ({ set }) => { set.spec.template.metadata.labels['apps.kubernetes.io/pod-index'] = '0'; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    ruleId: 'template-reserved-labels', severity: 'warning', path: 'spec.template.metadata.labels["apps.kubernetes.io/pod-index"]', acknowledgeable: true,
  });
  expect(finding.message).toContain('the template sets "apps.kubernetes.io/pod-index" to "0"; the controller overwrites it on every pod');
});

test('a label that the selector uses too is left to the rule about selectors', () => {
  expect(afterChange(templateReservedLabels, ({ set }) => {
    set.spec.template.metadata.labels['controller-revision-hash'] = 'x';
    set.spec.selector.matchLabels['controller-revision-hash'] = 'x';
  })).toEqual([]);
});

test('such a key as an annotation, or as a label of the set itself, passes', () => {
  expect(afterChange(templateReservedLabels, ({ set }) => {
    set.metadata.labels = { 'controller-revision-hash': 'x' };
    set.spec.template.metadata.annotations = { 'controller-revision-hash': 'x' };
  })).toEqual([]);
});
