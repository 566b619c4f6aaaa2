import { afterChange, findings, sound } from './harness';
import { serviceNameLabel } from '../../src/rules/service-name-label';

test('a bare Service name passes, and a missing one is left to another rule', () => {
  expect(findings(serviceNameLabel, sound().objects)).toEqual([]);
  expect(afterChange(serviceNameLabel, ({ set }) => { set.spec.serviceName = '0-web'; })).toEqual([]);
  expect(afterChange(serviceNameLabel, ({ set }) => { delete set.spec.serviceName; })).toEqual([]);
});

const fqdn = (minor: number) => afterChange(serviceNameLabel, ({ set }) => { set.spec.serviceName = 'web.prod.svc.cluster.local'; }, minor);

test('fails a full domain name, which the API server refuses from 1.33 on', () => {
  const [finding, ...others] = fqdn(32);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'service-name-label', severity: 'error', path: 'spec.serviceName', acknowledgeable: true });
  expect(finding.message).toContain('"web.prod.svc.cluster.local" has dots, a DNS label has none');
  expect(finding.fix).toContain('for example "web"');
  expect(fqdn(33)).toMatchObject([{ acknowledgeable: false }]);
});

test.each(['Web', 'web_1', 'a'.repeat(64)])('fails serviceName %j', (serviceName) => {
  expect(afterChange(serviceNameLabel, ({ set }) => { set.spec.serviceName = serviceName; })).toHaveLength(1);
});
