import { ownServerBlock } from '../../../src/cluster-dns/plan/own-server-block';
import { question } from '../../../src/cluster-dns/question';
import { ETCD, REDIS, situation, text } from '../situations';

const plan = (more: object = {}) => ownServerBlock(question(situation('aks', more)));

test('all zones share one server block under the key of the first', () => {
  const { kind, serverBlock } = plan({ services: [REDIS, ETCD] });
  expect([kind, serverBlock?.key, serverBlock?.text.split('\n')[0]]).toEqual([
    'own-server-block', 'etcd.prod.server', 'etcd.prod.svc.cluster.local:53 redis.prod.svc.cluster.local:53 {',
  ]);
  expect(plan({ key: 'team-a' }).serverBlock?.key).toBe('team-a.server');
});

test('fails for a text that CoreDNS refuses or reads otherwise than it looks', () => {
  expect(plan({ current: text('. {') }).refusals.map(({ code }) => code)).toEqual(['expected-close-brace']);
  expect(plan({ current: text('. {\n cache\n}\n}') }).refusals.map(({ code }) => code)).toEqual(['unbalanced-braces']);
});
