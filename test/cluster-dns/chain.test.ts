import { NODE_LOCAL } from './situations';
import { wait } from '../../src/cluster-dns/chain';
import { parse } from '../../src/corefile/parse';
import { kubeadm } from '../corefile/corefiles';

const NAME = 'pod-9.sem.default.svc.cluster.local';
const block = (...options: string[]) => `cache 30 {\n${options.map((option) => `  ${option}\n`).join('')} }`;
const negative = (cache: string, front: string | undefined) => wait(parse(kubeadm(cache)), front === undefined ? undefined : parse(front), NAME, 'denial');
const positive = (cache: string, front: string | undefined) => wait(parse(kubeadm(cache)), front === undefined ? undefined : parse(front), NAME, 'success');
const FORWARDER = '. {\n cache 30\n forward . 10.96.0.10\n}';

/** The measured worst cases lie just below: 34.4-34.7, 5.4, 4.7-4.8, 29.95 and 5.41 s. */
test.each<[string, string, string | undefined, number]>([
  ['kubeadm up to 1.31', 'cache 30', undefined, 30],
  ['NodeLocal DNSCache in front of it', 'cache 30', NODE_LOCAL, 35],
  ['NodeLocal DNSCache in front of denial 9984 1', block('denial 9984 1'), NODE_LOCAL, 6],
  ['NodeLocal DNSCache in front of kubeadm from 1.32', block('disable success cluster.local', 'disable denial cluster.local'), NODE_LOCAL, 5],
  ['a plain cache 30 in front of disable denial', block('disable denial cluster.local'), FORWARDER, 30],
  ['a plain cache 30 in front of denial 9984 1', block('denial 9984 1'), FORWARDER, 6],
  ['denial 9984 1 in both', block('denial 9984 1'), NODE_LOCAL.replace('denial 9984 5', 'denial 9984 1'), 2],
  ['no cache in front', block('disable denial cluster.local'), NODE_LOCAL.replace('denial 9984 5', 'disable denial cluster.local'), 0],
  ['a longer cache in front, asked first or last', block('denial 9984 10'), FORWARDER.replace('30', '60'), 15],
  ['keepttl, whose late answers bear the whole TTL', block('keepttl'), FORWARDER, 60],
])('%s: a negative answer lives up to its times added', (_, cache, front, seconds) => {
  expect(negative(cache, front)).toMatchObject({ seconds, exact: true });
});

test('the times of positive answers add as well, and a TTL handed out is kept in front', () => {
  expect(positive('cache 30', NODE_LOCAL)).toMatchObject({ seconds: 35, exact: true });
  expect(positive(block('disable success cluster.local'), NODE_LOCAL)).toMatchObject({ seconds: 30, exact: true });
});

test('the reason names both caches', () => {
  expect(negative('cache 30', NODE_LOCAL).because).toBe('CoreDNS gives it for up to 30 s (kubernetes has ttl 30; cache keeps it at least 5 and at most 30 seconds), '
    + 'and NodeLocal DNSCache in front adds up to 5 s (the TTL that the server behind hands out is 30; cache keeps it 5 s, whatever the TTL)');
});

test('a cache that keeps nothing is told so, and not as 0 seconds', () => {
  const off = block('disable denial cluster.local');
  expect(negative(off, NODE_LOCAL).because).toMatch(/^CoreDNS does not keep it \(cache has disable denial for the name\), and NodeLocal DNSCache in front adds up to 5 s /);
  expect(negative('cache 30', NODE_LOCAL.replace('denial 9984 5', 'disable denial cluster.local')).because).toContain('and NodeLocal DNSCache in front adds nothing (');
});

test('fails to add where the TTL that is handed on is not known', () => {
  const coreDns = parse(kubeadm(block('disable denial cluster.local'), 'ttl {$TTL}'));
  expect(wait(coreDns, undefined, NAME, 'denial').seconds).toBe(0);
  expect(wait(coreDns, parse(NODE_LOCAL), NAME, 'denial')).toMatchObject({ seconds: undefined, because: expect.stringContaining('the TTL that CoreDNS hands to NodeLocal DNSCache is not known') });
});

test('fails to add what one of the two texts does not tell', () => {
  expect(negative('cache 30', '. {')).toMatchObject({ seconds: undefined, exact: false, because: expect.stringContaining('of NodeLocal DNSCache, CoreDNS refuses the Corefile') });
  expect(wait(parse('. {'), parse(NODE_LOCAL), NAME, 'denial').seconds).toBeUndefined();
});
