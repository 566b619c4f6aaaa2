import { afterChange, findings, sound } from './harness';
import { dnsPolicyCluster } from '../../src/rules/dns-policy-cluster';

const policy = (fields: any, replicas = 3) => afterChange(dnsPolicyCluster, ({ pod, set }) => {
  Object.assign(pod, fields);
  set.spec.replicas = replicas;
});

test('no policy and the cluster\'s policies pass', () => {
  expect(findings(dnsPolicyCluster, sound().objects)).toEqual([]);
  expect(policy({ dnsPolicy: 'ClusterFirst' })).toEqual([]);
  expect(policy({ dnsPolicy: 'ClusterFirstWithHostNet', hostNetwork: true })).toEqual([]);
});

test('fails the DNS of the node, which knows no cluster names', () => {
  const [finding, ...others] = policy({ dnsPolicy: 'Default' });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'dns-policy-cluster', severity: 'warning', path: 'spec.template.spec.dnsPolicy', acknowledgeable: true });
  expect(finding.message).toBe('dnsPolicy "Default" is the DNS of the node, which knows no cluster names: the members cannot find each other');
  expect(policy({ dnsPolicy: 'Default', hostNetwork: true })[0].fix).toBe('set dnsPolicy: ClusterFirstWithHostNet');
});

test('fails a DNS of its own without a search domain of the cluster', () => {
  expect(policy({ dnsPolicy: 'None', dnsConfig: { nameservers: ['1.1.1.1'] } })).toHaveLength(1);
  expect(policy({ dnsPolicy: 'None', dnsConfig: { nameservers: ['1.1.1.1'], searches: ['example.com', 7] } })).toHaveLength(1);
});

test('a DNS of its own with a search domain of the cluster, and a single member, pass', () => {
  expect(policy({ dnsPolicy: 'None', dnsConfig: { nameservers: ['169.254.20.10'], searches: ['prod.svc.cluster.local.'] } })).toEqual([]);
  expect(policy({ dnsPolicy: 'Default' }, 1)).toEqual([]);
});
