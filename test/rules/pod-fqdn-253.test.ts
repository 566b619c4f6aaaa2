import { afterChange, findings, sound } from './harness';
import { podFqdn253 } from '../../src/rules/pod-fqdn-253';

test('names under an ordinary cluster domain pass, also the longest', () => {
  expect(findings(podFqdn253, sound().objects)).toEqual([]);
  expect(afterChange(podFqdn253, ({ set }) => {
    set.metadata = { name: 'a'.repeat(52), namespace: 'b'.repeat(63) };
    set.spec.serviceName = 'c'.repeat(63);
  })).toEqual([]);
});

const under = (domain: string, portName?: string) => {
  const s = sound();
  s.service.spec.ports[0].name = portName;
  return findings(podFqdn253, s.objects, 28, domain);
};

test('a name of 253 characters passes', () => {
  expect(under('d'.repeat(253 - 'web-2.web.prod.svc.'.length))).toEqual([]);
});

test('fails a name of 254 characters, which no resolver takes', () => {
  const [finding, ...others] = under('d'.repeat(254 - 'web-2.web.prod.svc.'.length));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'pod-fqdn-253', severity: 'error', path: 'spec.serviceName', kind: 'StatefulSet', acknowledgeable: true });
  expect(finding.message).toContain('has 254 characters; a DNS name ends at 253');
});

test('fails the SRV name of a port that is too long', () => {
  expect(under('d'.repeat(253 - 'web-2.web.prod.svc.'.length), 'http')).toHaveLength(1);
});
