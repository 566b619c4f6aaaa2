import { DEFAULT_SETTINGS, Settings, Suppression } from '../../src/checker/settings';
import { Suppressor } from '../../src/checker/suppressions';
import type { Finding } from '../../src/rules/finding';

const FINDING: Finding = {
  ruleId: 'pdb-quorum',
  severity: 'error',
  message: 'm',
  fix: 'f',
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  namespace: 'prod',
  name: 'db',
  path: 'spec',
  acknowledgeable: true,
  file: './deploy/prod/db.yaml',
};
const AT = { path: 'suppressions[0]', file: 'settings.yaml', line: 3, column: 5 };
const suppressor = (suppression: Partial<Suppression>, settings: Partial<Settings> = {}) =>
  new Suppressor({ ...DEFAULT_SETTINGS, suppressions: [{ rule: 'pdb-quorum', reason: 'r', at: AT, ...suppression }], ...settings });

test.each<Partial<Suppression>>([
  {}, { kind: 'PodDisruptionBudget', namespace: 'prod', name: 'db' }, { file: 'deploy/**' }, { file: 'db.yaml' },
])('a finding is accepted by %j', (suppression) => expect(suppressor(suppression).apply(FINDING)).toBeUndefined());

test.each<Partial<Suppression>>([
  { rule: 'pdb-present' }, { kind: 'Service' }, { namespace: '' }, { name: 'd' }, { file: 'deploy/*' }, { file: 'deploy/staging/**' },
])('a finding stays as it is beside %j', (suppression) => expect(suppressor(suppression).apply(FINDING)).toBe(FINDING));

test('a severity of the settings takes the place of the rule\'s own', () => {
  const severities = new Map([['pdb-quorum', 'info' as const]]);
  expect(suppressor({ rule: 'other' }, { severities }).apply(FINDING)).toEqual({ ...FINDING, severity: 'info' });
});

test('fails a suppression of what the API server rejects, once and at its place, and neither hides nor softens it', () => {
  const one = suppressor({}, { severities: new Map([['pdb-quorum', 'info' as const]]) });
  const rejected = { ...FINDING, acknowledgeable: false };
  expect([one.apply(rejected), one.apply(rejected)]).toEqual([rejected, rejected]);
  expect(one.findings()).toEqual([expect.objectContaining({ ruleId: 'acknowledgement', severity: 'error', acknowledgeable: false, ...AT })]);
});
