import { afterChange, findings, sound } from './harness';
import { stsNameDnsLabel } from '../../src/rules/sts-name-dns-label';

test('a name of lower-case letters, digits and inner hyphens passes, also one that starts with a digit', () => {
  expect(findings(stsNameDnsLabel, sound().objects)).toEqual([]);
  expect(afterChange(stsNameDnsLabel, ({ set }) => { set.metadata.name = '0-web-1'; })).toEqual([]);
  expect(afterChange(stsNameDnsLabel, ({ set }) => { set.metadata.name = 'a'.repeat(63); })).toEqual([]);
});

test('fails a name with dots, which the API server refuses', () => {
  const [finding, ...others] = afterChange(stsNameDnsLabel, ({ set }) => { set.metadata.name = 'we.b'; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'sts-name-dns-label', severity: 'error', path: 'metadata.name', kind: 'StatefulSet', acknowledgeable: false });
  expect(finding.message).toBe('"we.b" has dots, a DNS label has none; the API server refuses the set, and no pod could carry the name as its host name');
});

test.each(['Web', 'we_b', '-web', 'web-', 'a'.repeat(64), '', 5, null])('fails the name %j', (name) => {
  expect(afterChange(stsNameDnsLabel, ({ set }) => { set.metadata.name = name; })).toHaveLength(1);
});

test('a name that the server generates is not judged', () => {
  expect(afterChange(stsNameDnsLabel, ({ set }) => { set.metadata = { generateName: 'web-', namespace: 'prod' }; })).toEqual([]);
});
