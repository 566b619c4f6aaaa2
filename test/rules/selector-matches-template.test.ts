import { afterChange, findings, sound } from './harness';
import { selectorMatchesTemplate } from '../../src/rules/selector-matches-template';

const selector = (value: any) => afterChange(selectorMatchesTemplate, ({ set }) => { set.spec.selector = value; });

test('labels and expressions that the template meets pass', () => {
  expect(findings(selectorMatchesTemplate, sound().objects)).toEqual([]);
  expect(selector({ matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }, { key: 'canary', operator: 'DoesNotExist' }] })).toEqual([]);
});

test('fails a label with another value, which the API server refuses', () => {
  const [finding, ...others] = selector({ matchLabels: { app: 'api' } });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'selector-matches-template', severity: 'error', path: 'spec.selector', acknowledgeable: false });
  expect(finding.message).toBe('{"matchLabels":{"app":"api"}} does not match the template labels {"app":"web"}; the API server refuses the set');
  expect(finding.fix).toBe('add {"app":"api"} to spec.template.metadata.labels');
});

test('fails an expression that the template does not meet', () => {
  expect(selector({ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] })).toHaveLength(1);
});

test('fails a template without labels', () => {
  expect(afterChange(selectorMatchesTemplate, ({ set }) => { delete set.spec.template.metadata; })).toHaveLength(1);
});

test('a missing or empty selector, and one that cannot be read, are left to other rules', () => {
  expect(selector(undefined)).toEqual([]);
  expect(selector({})).toEqual([]);
  expect(selector({ matchExpressions: [{ key: 'app', operator: 'In', values: 5 }, null] })).toEqual([]);
});
