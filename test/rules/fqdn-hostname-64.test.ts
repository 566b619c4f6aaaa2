import { afterChange, findings, sound } from './harness';
import { fqdnHostname64 } from '../../src/rules/fqdn-hostname-64';

const asFqdn = (name: string, replicas = 3, value: unknown = true) => afterChange(fqdnHostname64, ({ pod, set }) => {
  pod.setHostnameAsFQDN = value;
  set.metadata.name = name;
  set.spec.replicas = replicas;
});

test('a set that does not ask for it passes, however long its names are', () => {
  expect(findings(fqdnHostname64, sound().objects)).toEqual([]);
  expect(asFqdn('a'.repeat(50), 3, false)).toEqual([]);
});

test('a full name of 64 characters passes', () => {
  expect(asFqdn('a'.repeat(35))).toEqual([]);
});

test('fails a full name of 65 characters, under which no container starts', () => {
  const [finding, ...others] = asFqdn('a'.repeat(36));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'fqdn-hostname-64', severity: 'error', path: 'spec.template.spec.setHostnameAsFQDN', acknowledgeable: true });
  expect(finding.message).toContain('with its 65 characters the host name; a host name ends at 64');
  expect(finding.fix).toContain('by 1 or more together');
});

test('fails when the highest ordinal, or the cluster domain, makes the name too long', () => {
  expect(asFqdn('a'.repeat(35), 11)).toHaveLength(1);
  const s = sound();
  s.pod.setHostnameAsFQDN = true;
  expect(findings(fqdnHostname64, s.objects, 28, 'cluster.local')).toEqual([]);
  expect(findings(fqdnHostname64, s.objects, 28, `${'a'.repeat(40)}.example`)).toHaveLength(1);
});

test('an omitted namespace counts as default', () => {
  expect(afterChange(fqdnHostname64, ({ pod, set }) => {
    pod.setHostnameAsFQDN = true;
    set.metadata = { name: 'a'.repeat(33) };
  })).toHaveLength(1);
});
