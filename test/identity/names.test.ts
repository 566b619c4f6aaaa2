import { claimName, hostFqdn, podName, serviceFqdn, shortNames, srvName } from '../../src/identity/names';

const names = { set: 'zk', service: 'zk-hs', namespace: 'prod', domain: 'k8s.example.org' };

test('a pod is called <set>-<ordinal>', () => expect(podName('zk', 12)).toBe('zk-12'));
test('a claim is called <claim>-<set>-<ordinal>', () => expect(claimName('data', 'zk', 0)).toBe('data-zk-0'));
test('the governing name is <service>.<namespace>.svc.<domain>', () => expect(serviceFqdn(names)).toBe('zk-hs.prod.svc.k8s.example.org'));
test('a pod answers to <pod>.<governing name>', () => expect(hostFqdn(names, 'zk-0')).toBe('zk-0.zk-hs.prod.svc.k8s.example.org'));
test('short names lengthen label by label', () => expect(shortNames(names, 'zk-0')).toEqual(['zk-0.zk-hs', 'zk-0.zk-hs.prod', 'zk-0.zk-hs.prod.svc']));
test('an SRV name has the port and the protocol in lower case', () => expect(srvName(names, 'client', 'TCP')).toBe('_client._tcp.zk-hs.prod.svc.k8s.example.org'));
