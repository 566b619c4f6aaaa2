import { ETCD, REDIS } from './situations';
import { isService, memberName, readService, serviceLines, zonesOf } from '../../src/cluster-dns/service-name';

test('a Service is said as <service>.<namespace>', () => {
  expect(readService(' redis.prod ', 'cluster.local')).toEqual(REDIS);
  for (const wrong of ['redis', 'redis.prod.svc', 'Redis.prod', 'redis.', '.prod', 'redis.pr_od', '9redis.prod']) expect(readService(wrong, 'cluster.local')).toBeUndefined();
});

test('a name that DNS cannot hold is none', () => {
  expect(isService(REDIS)).toBe(true);
  expect(isService({ ...REDIS, domain: 'cluster.local.' })).toBe(false);
  expect(isService({ ...REDIS, service: 'x'.repeat(64) })).toBe(false);
  expect(isService({})).toBe(false);
});

test('the zones of a scope are named once, in order', () => {
  expect(zonesOf([REDIS, ETCD, REDIS], 'service')).toEqual(['etcd.prod.svc.cluster.local', 'redis.prod.svc.cluster.local']);
  expect(zonesOf([REDIS, ETCD], 'namespace')).toEqual(['prod.svc.cluster.local']);
  expect(zonesOf([REDIS, { ...ETCD, namespace: 'x' }], 'cluster')).toEqual(['cluster.local']);
});

test('a member is called like a pod of the Service', () => expect(memberName(REDIS)).toBe('redis-0.redis.prod.svc.cluster.local'));

test('a file of names may have comments, blank lines and any line ends', () => {
  expect(serviceLines('# ours\r\nredis.prod # cache\r\n\n  etcd.prod\n')).toEqual([{ text: 'redis.prod', line: 2 }, { text: 'etcd.prod', line: 4 }]);
});
