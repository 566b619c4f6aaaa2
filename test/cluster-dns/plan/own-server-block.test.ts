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

test('fails beside a Corefile that imports no server block', () => {
  expect(plan({ current: text('. {\n kubernetes cluster.local\n cache\n}') }).refusals.map(({ code }) => code)).toEqual(['no-server-import']);
});
