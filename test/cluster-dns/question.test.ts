import { ETCD, REDIS, situation } from './situations';
import { question } from '../../src/cluster-dns/question';

test('Services are asked about once, in order of name', () => {
  const { services, zones, names } = question(situation('kubeadm', { services: [REDIS, ETCD, REDIS] }));
  expect(services).toEqual([ETCD, REDIS]);
  expect(zones).toEqual(['etcd.prod.svc.cluster.local', 'redis.prod.svc.cluster.local']);
  expect(names).toEqual(['etcd-0.etcd.prod.svc.cluster.local', 'redis-0.redis.prod.svc.cluster.local']);
});

test('Corefiles are parsed where they are given', () => {
  expect(question(situation('kubeadm')).file?.blocks).toHaveLength(1);
  expect(question(situation('gke-kube-dns'))).not.toHaveProperty('file');
});
