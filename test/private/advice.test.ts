import { Members, PodDisruptionBudget } from '../../src';
import { findingLine } from '../../src/private/report';
import { Finding } from '../../src/rules/finding';
import { chart, db, refusal } from '../support';

const finding = (change: Partial<Finding> = {}): Finding => ({
  ruleId: 'a-rule',
  severity: 'warning',
  message: 'what breaks',
  fix: 'what to write',
  apiVersion: 'v1',
  kind: 'Service',
  namespace: 'prod',
  name: 'web',
  path: 'spec.type',
  acknowledgeable: true,
  constructPath: 'test/web',
  ...change,
});

test('a line names rule, object, field, what breaks and what to write', () => {
  expect(findingLine(finding())).toBe('a-rule: Service prod/web spec.type: what breaks; what to write');
});

test('what is not known is left out, with its space', () => {
  expect(findingLine(finding({ namespace: '' }))).toBe('a-rule: Service web spec.type: what breaks; what to write');
  expect(findingLine(finding({ path: '' }))).toBe('a-rule: Service prod/web: what breaks; what to write');
});
