import { afterChange, findings, sound } from './harness';
import { templateHostnameIgnored } from '../../src/rules/template-hostname-ignored';

test('a template without names passes, and so does one that repeats the truth', () => {
  expect(findings(templateHostnameIgnored, sound().objects)).toEqual([]);
  expect(afterChange(templateHostnameIgnored, ({ set, pod }) => {
    pod.subdomain = 'web';
    set.spec.template.metadata.namespace = 'prod';
    set.spec.template.metadata.creationTimestamp = null;
  })).toEqual([]);
});

test('fails a host name, which the controller replaces', () => {
  const [finding, ...others] = afterChange(templateHostnameIgnored, ({ pod }) => { pod.hostname = 'db'; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'template-hostname-ignored', severity: 'warning', path: 'spec.template.spec.hostname', acknowledgeable: true });
  expect(finding.message).toBe('the template\'s hostname holds "db"; the controller replaces it on every pod, so nothing answers to it');
});

test('fails another subdomain, a name and another namespace', () => {
  expect(afterChange(templateHostnameIgnored, ({ set, pod }) => {
    pod.subdomain = 'peers';
    Object.assign(set.spec.template.metadata, { name: 'web', namespace: 'staging' });
  }).map(({ path }) => path)).toEqual(['spec.template.spec.subdomain', 'spec.template.metadata.name', 'spec.template.metadata.namespace']);
});
