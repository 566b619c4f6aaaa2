import { answerTtl, fallsThrough, kubernetesOf } from '../../src/corefile/answer-ttl';
import { parse } from '../../src/corefile/parse';

const block = (kubernetes: string) => parse(`. {\n ${kubernetes}\n}`).blocks[0];
const NAME = 'a.b.svc.cluster.local';

test('the kubernetes plugin that holds the name tells the TTL, capped for negative answers alone', () => {
  const ttl = (kind: 'success' | 'denial', option: string) => answerTtl(block(`kubernetes cluster.local {\n${option}\n}`), NAME, kind, undefined).ttl;
  expect([ttl('denial', ''), ttl('denial', 'ttl 30'), ttl('denial', 'ttl 3600'), ttl('success', 'ttl 3600'), ttl('denial', 'ttl 7\nttl 9')]).toEqual([5, 30, 300, 3600, 9]);
});

test('elsewhere the server behind tells it, if it is known', () => {
  expect(answerTtl(block('kubernetes a.test'), NAME, 'denial', 12)).toEqual({ ttl: 12, exact: true, because: 'the TTL that the server behind hands out is 12' });
  expect(answerTtl(block('forward . 1.1.1.1'), NAME, 'denial', undefined)).toMatchObject({ ttl: 3600, exact: false });
});

test('a fallthrough without zones is for every name', () => {
  const through = (options: string) => fallsThrough(kubernetesOf(block(`kubernetes cluster.local {\n${options}\n}`), NAME)!, NAME);
  expect([through('fallthrough'), through('fallthrough cluster.local'), through('fallthrough in-addr.arpa'), through('')]).toEqual([true, true, false, false]);
});
