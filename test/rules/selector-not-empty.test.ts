import { afterChange, findings, sound } from './harness';
import { selectorNotEmpty } from '../../src/rules/selector-not-empty';

const selector = (value: any) => afterChange(selectorNotEmpty, ({ set }) => { set.spec.selector = value; });

test('a selector of labels or of expressions passes', () => {
  expect(findings(selectorNotEmpty, sound().objects)).toEqual([]);
  expect(selector({ matchExpressions: [{ key: 'app', operator: 'Exists' }] })).toEqual([]);
});

test.each([undefined, null, {}, { matchLabels: {} }, { matchLabels: {}, matchExpressions: [] }, 'app=web', ['app']])('fails the selector %j', (value) => {
  const [finding, ...others] = selector(value);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'selector-not-empty', severity: 'error', path: 'spec.selector', acknowledgeable: false });
  expect(finding.fix).toBe('write the labels that only this set\'s pods have: selector: {"matchLabels":{"app":"web"}}');
});

test('fails with a message that shows what was given', () => {
  expect(selector({})[0].message).toBe('spec.selector holds {}; the API server refuses a set that says not which pods are its own');
});

test.each([undefined, {}])('the fix of a set whose template has the labels %j gives some to both', (labels) => {
  const [finding] = afterChange(selectorNotEmpty, ({ set }) => {
    set.spec.selector = {};
    set.spec.template.metadata = { labels };
  });
  expect(finding.fix).toBe('write labels that only this set\'s pods have, here and below template.metadata.labels: selector: {"matchLabels":{"app":"web"}}');
});
