import { sound } from './harness';
import { ObjectSet } from '../../src/rules/object-set';
import { namespaceOfName, peerNames, peerServiceNames, podNames } from '../../src/rules/peer-names';

function set(args: unknown[]) {
  const s = sound();
  s.container.args = args;
  return new ObjectSet(s.objects).sets[0];
}

test('a pod name is read with its set, ordinal, Service and what follows', () => {
  expect(podNames(set(['http://zk-2.zk-headless.prod.svc.cluster.local:2181'])).map(({ name, short, owner, ordinal, service, rest }) => [name, short, owner, ordinal, service, rest])).toEqual([
    ['zk-2.zk-headless.prod.svc.cluster.local', 'zk-2.zk-headless', 'zk', 2, 'zk-headless', ['prod', 'svc', 'cluster', 'local']],
  ]);
});

test('several names stand in one word, and a place tells where', () => {
  expect(podNames(set(['-v', 'a-0.s,b-10.s c-1.s'])).map(({ owner, ordinal, path }) => [owner, ordinal, path.slice(-2).join()])).toEqual([
    ['a', 0, 'args,1'], ['b', 10, 'args,1'], ['c', 1, 'args,1'],
  ]);
});

test('names of the set itself are its peers', () => {
  expect(peerNames(set(['web-0.web,web-1.other,db-0.web'])).map(({ name }) => name)).toEqual(['web-0.web']);
});

test('a name is looked up in its namespace, or nowhere where it may be one of another network', () => {
  const s = set(['web-0.web', 'web-0.web.prod', 'web-0.web.stage.svc', 'web-0.web.stage', 'web-0.web.example.com'].map(String));
  expect(podNames(s).map((name) => namespaceOfName(s, name))).toEqual(['prod', 'prod', 'stage', undefined, undefined]);
});

test('a name of a peer Service is read with a port or namespace, and a file is none', () => {
  expect(peerServiceNames(set(['web-0-peer:80', '$(POD_NAME)-peer.prod.svc', 'web-1-peer', 'db-0-peer:80', 'web-0-peer.crt', '/etc/web-0-peer']))
    .map(({ name, ordinal, host }) => [name, ordinal, host])).toEqual([
    ['web-0-peer', 0, true], ['$(POD_NAME)-peer.prod.svc', undefined, true], ['web-1-peer', 1, false],
  ]);
});

test('a list of many names is read in a time that grows with it', () => {
  const names = Array.from({ length: 20000 }, (_, i) => `web-${i}.web.prod.svc`).join(',');
  expect(podNames(set([`--peers=${names}`]))).toHaveLength(20000);
});

test('names for a certificate and past a proxy are no hosts that anybody looks up', () => {
  expect(podNames(set(['-ext', 'SAN=dns:web-0.web', '--no-proxy=web-1.web', '--peers=web-2.web'])).map(({ name }) => name)).toEqual(['web-2.web']);
});
