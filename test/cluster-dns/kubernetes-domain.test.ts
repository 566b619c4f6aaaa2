import { ETCD, REDIS } from './situations';
import { domainRefusals, kubernetesDomains, missesFallThrough } from '../../src/cluster-dns/kubernetes-domain';
import { parse } from '../../src/corefile/parse';
import { corefile } from '../corefile/corefiles';

const domains = (kubernetes: string, key = '.') => kubernetesDomains(parse(`${key} {\n ${kubernetes}\n}`));

test('the domain is the zone of kubernetes that is not for reverse lookups', () => {
  expect(domains('kubernetes cluster.local in-addr.arpa ip6.arpa 10.0.0.0/8')).toEqual(['cluster.local']);
  expect(kubernetesDomains(parse(corefile('kOps', 'cache')))).toEqual(['cluster.local']);
  expect(kubernetesDomains(parse(corefile('RKE2', 'cache')))).toEqual(['cluster.local']);
  expect(domains('kubernetes', 'k8s.example.org:53')).toEqual(['k8s.example.org']);
});

test('a Corefile that does not tell the domain tells none', () => {
  expect(domains('kubernetes')).toEqual([]);
  expect(domains('forward . 1.1.1.1')).toEqual([]);
});

test('fails for names of another domain', () => {
  const file = parse('. {\n kubernetes k8s.example.org in-addr.arpa\n}');
  expect(domainRefusals(file, [REDIS, ETCD])).toEqual([{
    code: 'cluster-domain',
    where: 'Corefile',
    message: 'kubernetes serves k8s.example.org, and the names are declared for cluster.local: the patch would name zones that nobody asks for',
    fix: 'declare the cluster domain k8s.example.org, or give the Corefile of the cluster that has cluster.local',
  }]);
  expect(domainRefusals(file, [{ ...REDIS, domain: 'k8s.example.org' }])).toEqual([]);
  expect(domainRefusals(parse('. {\n forward . 1.1.1.1\n}'), [REDIS])).toEqual([]);
});

test('fails for a domain from the environment', () => {
  expect(domainRefusals(parse('. {\n kubernetes {$DOMAIN}\n}'), [REDIS])).toMatchObject([{ code: 'environment-variable', where: 'Corefile line 2' }]);
});

test('a fallthrough for all or for the domain lets misses of the names go on', () => {
  const through = (option: string) => missesFallThrough(parse(`. {\n kubernetes cluster.local {\n  ${option}\n }\n}`), 'redis-0.redis.prod.svc.cluster.local');
  expect(['fallthrough', 'fallthrough cluster.local', 'fallthrough .'].map(through)).toEqual([true, true, true]);
  expect(['fallthrough in-addr.arpa ip6.arpa', 'ttl 30', 'fallthrough uster.local'].map(through)).toEqual([false, false, false]);
});
