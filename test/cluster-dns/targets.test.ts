import { adviceFor, ETCD, NODE_LOCAL, REDIS, text } from './situations';
import { targets } from '../../src/cluster-dns/targets';

test('a change is of ConfigMaps, of a key and its zones, or of an operator', () => {
  expect(targets(adviceFor('kubeadm', { nodeLocal: text(NODE_LOCAL) }))).toEqual([
    { what: 'the Corefile of ConfigMap kube-system/coredns' }, { what: 'the Corefile of ConfigMap kube-system/node-local-dns', nodeCache: NODE_LOCAL },
  ]);
  expect(targets(adviceFor('node-local-dns'))).toEqual([{ what: 'the Corefile of ConfigMap kube-system/node-local-dns', nodeCache: NODE_LOCAL }]);
  expect(targets(adviceFor('aks', { services: [REDIS, ETCD], key: 'team-a' })).map(({ what }) => what)).toEqual([
    'the key team-a.server of ConfigMap coredns-custom', 'the zone etcd.prod.svc.cluster.local in ConfigMap coredns-custom', 'the zone redis.prod.svc.cluster.local in ConfigMap coredns-custom',
  ]);
  expect(targets(adviceFor('openshift'))).toEqual([{ what: 'the cache of the DNS operator' }]);
  expect(targets(adviceFor('talos'))).toEqual([]);
});
