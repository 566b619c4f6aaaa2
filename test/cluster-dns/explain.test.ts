import { ETCD, NODE_LOCAL, REDIS } from './situations';
import { explain } from '../../src/cluster-dns/explain';
import { kubeadm } from '../corefile/corefiles';

const sentences = (corefile: string, front?: string, services = [REDIS]) => explain(corefile, front, services).sentences;

test('both sides are told with their seconds and their reason', () => {
  expect(sentences(kubeadm('cache 30'))).toEqual([
    'a peer looked up too early stays invisible for up to 30 s, because kubernetes has ttl 30; cache keeps it at least 5 and at most 30 seconds',
    'the address of a restarted member is still answered for up to 30 s, because kubernetes has ttl 30; cache keeps it at least 5 and at most 30 seconds',
  ]);
});

test('no waiting is told as none', () => {
  expect(sentences(kubeadm(''))).toEqual([
    'a peer looked up too early is found as soon as CoreDNS learns of it, because there is no cache plugin',
    'the address of a restarted member is no longer answered as soon as CoreDNS learns of the new one, because there is no cache plugin',
  ]);
});

test('a reading that is not exact says so, and none is told as none', () => {
  expect(sentences(kubeadm('cache 30').replace('in-addr.arpa ip6.arpa\n', '\n'))[0]).toContain(', as far as the Corefile tells, because kubernetes falls through');
  expect(sentences(kubeadm('cache {$TTL}'))[0]).toBe('how long a peer looked up too early stays invisible cannot be told, because {$TTL} of cache depends on the environment of CoreDNS');
  expect(sentences('. {')[0]).toBe('how long a peer looked up too early stays invisible cannot be told, because CoreDNS refuses the Corefile: line 1: Unexpected token \'{\', expecting \'}\'');
});

test('a cache in front is added', () => {
  expect(sentences(kubeadm('cache 30'), NODE_LOCAL)[0]).toContain('stays invisible for up to 35 s, because CoreDNS gives it for up to 30 s');
  expect(explain(kubeadm('cache 30'), NODE_LOCAL, [REDIS]).services).toMatchObject([{ service: REDIS, negative: { seconds: 35 }, positive: { seconds: 35 } }]);
});

test('Services are named only where they differ, and never more than three', () => {
  expect(sentences(kubeadm('cache 30'), undefined, [REDIS, ETCD])).toHaveLength(2);
  const text = kubeadm('cache 30 {\n disable denial etcd.prod.svc.cluster.local\n }');
  const many = ['a', 'b', 'c'].map((service) => ({ ...REDIS, service }));
  expect(sentences(text, undefined, [ETCD, REDIS, ...many]).map((sentence) => sentence.slice(0, 60))).toEqual([
    'etcd.prod: a peer looked up too early is found as soon as Co', 'etcd.prod: the address of a restarted member is still answer',
    'redis.prod, a.prod, b.prod and 1 more: a peer looked up too ', 'redis.prod, a.prod, b.prod and 1 more: the address of a rest',
  ]);
});
