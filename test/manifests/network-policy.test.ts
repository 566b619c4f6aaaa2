import { networkPolicySpec } from '../../src/manifests/network-policy';
import { publishedPorts } from '../../src/manifests/service';

const ports = publishedPorts([{ name: 'sql', number: 5432 }, { name: 'repl', number: 5433 }], {});
const base = { selector: { app: 'db' }, ports, clients: [], upstreams: [], restrictEgress: false };

test('peers always reach each other on every port', () => {
  expect(networkPolicySpec(base)).toEqual({
    podSelector: { matchLabels: { app: 'db' } }, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: { matchLabels: { app: 'db' } } }] }],
  });
});

test('clients reach the ports that are named for them', () => {
  const client = { podSelector: { matchLabels: { app: 'web' } } };
  expect(networkPolicySpec({ ...base, clients: [client], clientPorts: [ports[0]] }).ingress[1]).toEqual({ from: [client], ports: [{ port: 5432, protocol: 'TCP' }] });
});

test('closed egress leaves peers, DNS over UDP and TCP, and upstreams', () => {
  const upstream = { ipBlock: { cidr: '198.18.0.0/15' } };
  expect(networkPolicySpec({ ...base, restrictEgress: true, upstreams: [upstream] }).egress).toEqual([
    { to: [{ podSelector: { matchLabels: { app: 'db' } } }] },
    { ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }] },
    { to: [upstream] },
  ]);
});
