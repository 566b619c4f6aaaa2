import { afterChange, findings, sound } from './harness';
import { selectorReservedLabels } from '../../src/rules/selector-reserved-labels';

test('a selector of own labels passes', () => {
  expect(findings(selectorReservedLabels, sound().objects)).toEqual([]);
});

test.each(['controller-revision-hash', 'statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index'])('fails a selector with the label %s', (key) => {
  const [finding, ...others] = afterChange(selectorReservedLabels, ({ set }) => {
    set.spec.selector.matchLabels[key] = '0';
    set.spec.template.metadata.labels[key] = '0';
  });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'selector-reserved-labels', severity: 'error', path: `spec.selector.matchLabels["${key}"]`, acknowledgeable: true });
  expect(finding.message).toContain(`the selector uses "${key}"; the controller writes its own value there`);
});

test('fails an expression over such a label', () => {
  const found = afterChange(selectorReservedLabels, ({ set }) => {
    set.spec.selector.matchExpressions = [{ key: 'app', operator: 'Exists' }, { key: 'controller-revision-hash', operator: 'DoesNotExist' }];
  });
  expect(found).toMatchObject([{ path: 'spec.selector.matchExpressions[1]' }]);
});

test('such a label in the template alone is left to another rule', () => {
  expect(afterChange(selectorReservedLabels, ({ set }) => { set.spec.template.metadata.labels['controller-revision-hash'] = 'x'; })).toEqual([]);
});
