import { afterChange, findings, sound } from './harness';
import { templateHostnameOverride } from '../../src/rules/template-hostname-override';

test('a template without hostnameOverride passes', () => {
  expect(findings(templateHostnameOverride, sound().objects, 36)).toEqual([]);
  expect(afterChange(templateHostnameOverride, ({ pod }) => { pod.hostnameOverride = null; pod.hostname = 'db'; }, 36)).toEqual([]);
});

const override = (minor: number) => afterChange(templateHostnameOverride, ({ pod }) => { pod.hostnameOverride = 'db'; }, minor);

test('fails hostnameOverride as an error from 1.35 on, where every pod takes that name', () => {
  const [finding, ...others] = override(35);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'template-hostname-override', severity: 'error', path: 'spec.template.spec.hostnameOverride', acknowledgeable: true });
  expect(finding.message).toBe('hostnameOverride "db"; every pod sees this one host name without a domain, so none can tell its ordinal');
});

test('fails hostnameOverride with a warning before, for the upgrade gives it its effect', () => {
  expect(override(34)).toMatchObject([{ severity: 'warning' }]);
});

test('the API server refuses it beside setHostnameAsFQDN and hostNetwork, and where it is no host name', () => {
  const refused = (fields: any) => afterChange(templateHostnameOverride, ({ pod }) => Object.assign(pod, { hostnameOverride: 'db' }, fields), 36)[0].acknowledgeable === false;
  expect([{ setHostnameAsFQDN: true }, { hostNetwork: true }, { hostnameOverride: 'Db' }, { hostnameOverride: 'a'.repeat(65) }].map(refused)).toEqual([true, true, true, true]);
  expect(refused({ setHostnameAsFQDN: false })).toBe(false);
});
