import { ownServerBlock } from '../../../src/cluster-dns/plan/own-server-block';
import { question } from '../../../src/cluster-dns/question';
import { DEFAULTS, ETCD, REDIS, situation, text } from '../situations';

const plan = (more: object = {}) => ownServerBlock(question(situation('aks', more)));

test('all zones share one server block under the key of the first', () => {
  const { kind, serverBlock } = plan({ services: [REDIS, ETCD] });
  expect([kind, serverBlock?.key, serverBlock?.text.split('\n')[0]]).toEqual([
    'own-server-block', 'etcd.prod.server', 'etcd.prod.svc.cluster.local:53 redis.prod.svc.cluster.local:53 {',
  ]);
  expect(plan({ key: 'team-a' }).serverBlock?.key).toBe('team-a.server');
});

test('a key that is named after the first Service is told to move with it', () => {
  const told = (more: object) => plan(more).costs.some((cost) => cost.startsWith('the key, and with it the field manager, is named after the first Service'));
  expect([told({}), told({ key: 'team-a' })]).toEqual([true, false]);
});

test('options of kubernetes that are not taken over are told', () => {
  const costs = (option: string) => plan({ current: text(DEFAULTS.aks!.replace('ttl 30', option)) }).costs.filter((cost) => cost.startsWith('not taken over'));
  expect([costs('noendpoints'), costs('namespaces prod')]).toEqual([['not taken over from kubernetes of the main server block: noendpoints'], []]);
});

test('fails beside a Corefile that imports no server block', () => {
  expect(plan({ current: text('. {\n kubernetes cluster.local\n cache\n}') }).refusals.map(({ code }) => code)).toEqual(['no-server-import']);
});
