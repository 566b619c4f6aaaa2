import { afterChange, findings, sound } from './harness';
import { hostNetworkIdentity } from '../../src/rules/host-network-identity';

const host = (fields: any, replicas = 3) => afterChange(hostNetworkIdentity, ({ pod, set }) => {
  Object.assign(pod, { hostNetwork: true, ...fields });
  set.spec.replicas = replicas;
});
const apart = (topologyKey: string) => ({ podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey }] } });

test('pods off the host network pass', () => {
  expect(findings(hostNetworkIdentity, sound().objects)).toEqual([]);
  expect(host({ hostNetwork: false })).toEqual([]);
});

test('fails pods on the host network with the DNS of the node and room for two on one node', () => {
  const [finding, ...others] = host({});
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'host-network-identity', severity: 'warning', path: 'spec.template.spec.hostNetwork', acknowledgeable: true });
  expect(finding.message).toBe('hostNetwork true: the containers see the name of the node as their host name, '
    + 'cluster names do not resolve under dnsPolicy ClusterFirst, two pods on one node fight for the same ports');
});

test('fails with only what is left to do', () => {
  expect(host({ dnsPolicy: 'ClusterFirstWithHostNet' })[0].message).not.toContain('dnsPolicy');
  expect(host({ affinity: apart('kubernetes.io/hostname') })[0].message).not.toContain('ports');
  expect(host({ dnsPolicy: 'ClusterFirstWithHostNet', affinity: apart('topology.kubernetes.io/zone') })).toHaveLength(1);
});

test('pods with the cluster\'s DNS and a node for each pass, and a single one needs no anti-affinity', () => {
  expect(host({ dnsPolicy: 'ClusterFirstWithHostNet', affinity: apart('kubernetes.io/hostname') })).toEqual([]);
  expect(host({ dnsPolicy: 'ClusterFirstWithHostNet' }, 1)).toEqual([]);
});
