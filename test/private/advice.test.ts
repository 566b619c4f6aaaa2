import { findingLine, printWarnings } from '../../src/private/report';
import type { Finding } from '../../src/rules/finding';

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

describe('on stderr', () => {
  let written: string[];
  beforeEach(() => {
    written = [];
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  });
  afterEach(() => jest.restoreAllMocks());

  test('warnings stand with their construct path, errors and infos do not', () => {
    printWarnings([finding(), finding({ severity: 'error' }), finding({ severity: 'info' })]);
    expect(written).toHaveLength(1);
    expect(written[0]).toContain('warning [test/web] a-rule: Service prod/web spec.type: what breaks; what to write');
    expect(written[0].endsWith('\n')).toBe(true);
  });

  test('nothing is written when there is nothing to say', () => {
    printWarnings([finding({ severity: 'info' })]);
    expect(written).toEqual([]);
  });
});
