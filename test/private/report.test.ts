import { findingLine, printWarnings } from '../../src/private/report';
import type { Finding } from '../../src/rules/finding';

const finding = (change: Partial<Finding> = {}): Finding => ({
  ruleId: 'a-rule',
  severity: 'warning',
  message: 'what breaks',
  fix: 'what to write',
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  namespace: 'prod',
  name: 'web',
  path: 'spec.replicas',
  acknowledgeable: true,
  constructPath: 'test/web',
  ...change,
});

let written: string[];
beforeEach(() => {
  written = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => jest.restoreAllMocks());

test('a line names rule, object, field, what breaks and what to write, and leaves out what is not known', () => {
  expect(findingLine(finding())).toBe('a-rule: StatefulSet prod/web spec.replicas: what breaks; what to write');
  expect(findingLine(finding({ namespace: '' }))).toBe('a-rule: StatefulSet web spec.replicas: what breaks; what to write');
  expect(findingLine(finding({ path: '' }))).toBe('a-rule: StatefulSet prod/web: what breaks; what to write');
  expect(findingLine(finding({ kind: '', namespace: '', name: '', path: '' }))).toBe('a-rule: what breaks; what to write');
});

test('warnings are printed with their construct path, errors and infos are not', () => {
  printWarnings([finding(), finding({ severity: 'error' }), finding({ severity: 'info' })]);
  expect(written).toEqual(['warning [test/web] a-rule: StatefulSet prod/web spec.replicas: what breaks; what to write\n']);
});

test('a warning about what a workload declares ends with the prop to write', () => {
  const own = finding();
  printWarnings([own, finding({ constructPath: 'test/other' })], new Set([own]));
  expect(written.join('').split('\n').slice(0, 2)).toEqual([
    'warning [test/web] a-rule: StatefulSet prod/web spec.replicas: what breaks; what to write; in the declaration: replicas',
    'warning [test/other] a-rule: StatefulSet prod/web spec.replicas: what breaks; what to write',
  ]);
});

test('nothing is written when there is nothing to say', () => {
  printWarnings([finding({ severity: 'info' })]);
  expect(written).toEqual([]);
});
