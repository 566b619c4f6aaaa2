import {
  claimName, ephemeralClaimName, hostFqdn, namespaceFqdn, peerFqdn, peerServiceName, peerServiceOf, peerShortNames, podName, serviceFqdn, shortNames, srvName,
} from '../../src/identity/names';

const names = { set: 'zk', service: 'zk-hs', namespace: 'prod', domain: 'k8s.example.org' };

test('a pod is called <set>-<ordinal>', () => expect(podName('zk', 12)).toBe('zk-12'));
test('a claim is called <claim>-<set>-<ordinal>', () => expect(claimName('data', 'zk', 0)).toBe('data-zk-0'));
test('the governing name is <service>.<namespace>.svc.<domain>', () => expect(serviceFqdn(names)).toBe('zk-hs.prod.svc.k8s.example.org'));
test('the names of a namespace end in <namespace>.svc.<domain>', () => expect(namespaceFqdn(names)).toBe('prod.svc.k8s.example.org'));
test('a pod answers to <pod>.<governing name>', () => expect(hostFqdn(names, 'zk-0')).toBe('zk-0.zk-hs.prod.svc.k8s.example.org'));
test('short names lengthen label by label', () => expect(shortNames(names, 'zk-0')).toEqual(['zk-0.zk-hs', 'zk-0.zk-hs.prod', 'zk-0.zk-hs.prod.svc']));
test('an SRV name has the port and the protocol in lower case', () => expect(srvName(names, 'client', 'TCP')).toBe('_client._tcp.zk-hs.prod.svc.k8s.example.org'));
test('a peer Service is called <pod>-peer and answers below the namespace, not below the governing name', () => {
  expect(peerServiceName(podName('zk', 2))).toBe('zk-2-peer');
  expect(peerFqdn(names, 'zk-2')).toBe('zk-2-peer.prod.svc.k8s.example.org');
});
test('short names of a peer Service lengthen label by label', () => expect(peerShortNames(names, 'zk-0')).toEqual(['zk-0-peer', 'zk-0-peer.prod', 'zk-0-peer.prod.svc']));
test('the name of a peer Service tells whose it is, any other name nothing', () => {
  expect(peerServiceOf('zk-2-peer')).toEqual({ set: 'zk', ordinal: 2 });
  expect(peerServiceOf('zk-0-peer-10-peer')).toEqual({ set: 'zk-0-peer', ordinal: 10 });
  expect(['zk-2', 'zk-peer', 'zk-02-peer', 'zk-2-peers', '2-peer', '-2-peer', '-peer', ''].map(peerServiceOf)).toEqual(Array(8).fill(undefined));
});

test('the claim of an ephemeral volume is called by its pod, and then by the volume', () => {
  expect(ephemeralClaimName('scratch', 'web', 2)).toBe('web-2-scratch');
});
