import { afterChange, findings, sound } from './harness';
import { stsNameMax52 } from '../../src/rules/sts-name-max-52';

test('a name of 52 characters is accepted', () => {
  expect(afterChange(stsNameMax52, ({ set }) => { set.metadata.name = 'a'.repeat(52); })).toEqual([]);
  expect(findings(stsNameMax52, sound().objects)).toEqual([]);
});

test('fails a name of 53 characters, which the API server accepts and no pod survives', () => {
  const [finding, ...others] = afterChange(stsNameMax52, ({ set }) => { set.metadata.name = 'a'.repeat(53); });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'sts-name-max-52', severity: 'error', path: 'metadata.name', kind: 'StatefulSet', acknowledgeable: true });
  expect(finding.message).toContain('has 53 characters');
  expect(finding.fix).toBe('shorten the name by 1 or more, before the first apply: a set cannot be renamed');
});

test('an annotation with a reason acknowledges it, one without a reason does not', () => {
  const named = (reason: string) => afterChange(stsNameMax52, ({ set }) => {
    set.metadata.name = 'a'.repeat(53);
    set.metadata.annotations = { 'cdk8s-stateful.dev/ignore': `other: x\nsts-name-max-52:${reason}` };
  });
  expect(named(' runs since 2019')).toEqual([]);
  expect(named('  ')).toHaveLength(1);
});
