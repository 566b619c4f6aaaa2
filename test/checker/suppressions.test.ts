import { DEFAULT_SETTINGS, Settings } from '../../src/checker/settings';
import { Suppressor } from '../../src/checker/suppressions';
import type { Finding } from '../../src/rules/finding';

const FINDING: Finding = {
  ruleId: 'a', severity: 'error', message: 'm', fix: 'f', apiVersion: 'v1', kind: 'Service', namespace: 'prod', name: 'db', path: '', acknowledgeable: true, file: './deploy/a/x.yaml',
};
const at = { path: 'suppressions[0]', file: 'c.yaml', line: 1, column: 1 };
const suppressor = (settings: Partial<Settings>) => new Suppressor({ ...DEFAULT_SETTINGS, ...settings });
const accepted = (narrowing: object, finding: Partial<Finding> = {}) =>
  suppressor({ suppressions: [{ rule: 'a', reason: 'r', at, ...narrowing }] }).apply({ ...FINDING, ...finding }) === undefined;

test('a suppression accepts findings of its rule, as far as it is not narrowed down', () => {
  expect([accepted({}), accepted({}, { ruleId: 'b' }), accepted({ kind: 'Service', namespace: 'prod', name: 'db' }), accepted({ name: 'other' })]).toEqual([true, false, true, false]);
});

test.each([['deploy/**', true], ['**/x.yaml', true], ['*.yaml', true], ['x.yaml', true], ['deploy/*.yaml', false], ['y.yaml', false]])('the file %s accepts: %s', (file, expected) => {
  expect(accepted({ file })).toBe(expected);
});

test('what no reason makes work is kept, and the suppression is a finding, once', () => {
  const futile = suppressor({ suppressions: [{ rule: 'a', reason: 'r', at }] });
  const rejected = { ...FINDING, acknowledgeable: false };
  expect([futile.apply(rejected), futile.apply(rejected)]).toEqual([rejected, rejected]);
  expect(futile.findings()).toEqual([expect.objectContaining({ ruleId: 'acknowledgement', severity: 'error', file: 'c.yaml', line: 1, path: 'suppressions[0]' })]);
});

test('a severity of the settings counts, except for what no reason makes work', () => {
  const milder = suppressor({ severities: new Map([['a', 'info']]) });
  expect([milder.apply(FINDING)!.severity, milder.apply({ ...FINDING, acknowledgeable: false })!.severity]).toEqual(['info', 'error']);
});
