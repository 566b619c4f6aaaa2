import { PeerSelection, StatefulIdentity } from '../src';

const of = (props: object = {}) => new StatefulIdentity({ setName: 'kafka', serviceName: 'kafka', namespace: 'prod', replicas: 3, claims: ['data', 'log'], ...props });

test('a pod has its names and claims before it exists', () => {
  const pod = of().pod(1);
  expect({ ...pod, of: undefined }).toEqual({
    of: undefined,
    ordinal: 1,
    name: 'kafka-1',
    hostname: 'kafka-1',
    fqdn: 'kafka-1.kafka.prod.svc.cluster.local',
    shortNames: ['kafka-1.kafka', 'kafka-1.kafka.prod', 'kafka-1.kafka.prod.svc'],
    claims: ['data-kafka-1', 'log-kafka-1'],
  });
  expect(pod.url('tcp', 9092)).toBe('tcp://kafka-1.kafka.prod.svc.cluster.local:9092');
});

test('names follow the start, the namespace and the cluster domain', () => {
  const identity = of({ start: 7, namespace: 'stage', clusterDomain: 'k8s.example.org' });
  expect(identity.ordinals).toEqual([7, 8, 9]);
  expect(identity.pods.map((p) => p.fqdn)[2]).toBe('kafka-9.kafka.stage.svc.k8s.example.org');
  expect(identity.serviceFqdn).toBe('kafka.stage.svc.k8s.example.org');
  expect(identity.srv('client')).toBe('_client._tcp.kafka.stage.svc.k8s.example.org');
  expect(identity.srv('dns', 'UDP')).toBe('_dns._udp.kafka.stage.svc.k8s.example.org');
});

test('without a namespace names are in default, where the API server puts the set', () => {
  expect(of({ namespace: undefined }).pod(0).fqdn).toBe('kafka-0.kafka.default.svc.cluster.local');
});

test('fails an ordinal that the set does not have', () => {
  expect(() => of().pod(3)).toThrow('StatefulSet kafka has no pod of ordinal 3: it has ordinals 0 to 2');
  expect(() => of({ start: 1 }).pod(0)).toThrow('it has ordinals 1 to 3');
  expect(() => of({ replicas: 0 }).pod(0)).toThrow('it has no pods');
});

describe('peer lists', () => {
  const zk = new StatefulIdentity({ setName: 'zk', serviceName: 'zk', replicas: 3 });

  test.each([
    ['etcd', '{name}=https://{host}:2380', {}, 'zk-0=https://zk-0.zk:2380,zk-1=https://zk-1.zk:2380,zk-2=https://zk-2.zk:2380'],
    ['ZooKeeper', 'server.{ordinal+1}={host}:2888:3888;2181', { separator: '\n' }, 'server.1=zk-0.zk:2888:3888;2181\nserver.2=zk-1.zk:2888:3888;2181\nserver.3=zk-2.zk:2888:3888;2181'],
    ['Kafka', '{ordinal}@{host}:9093', {}, '0@zk-0.zk:9093,1@zk-1.zk:9093,2@zk-2.zk:9093'],
    ['Elasticsearch names', '{name}', {}, 'zk-0,zk-1,zk-2'],
    ['MySQL group seeds', '{host}:33061', {}, 'zk-0.zk:33061,zk-1.zk:33061,zk-2.zk:33061'],
    ['MySQL server ids', '{ordinal+100}', {}, '100,101,102'],
    ['Redis, the first', '{host} 6379', { members: PeerSelection.first() }, 'zk-0.zk 6379'],
    ['Redis Cluster', '{host}:6379', { separator: ' ' }, 'zk-0.zk:6379 zk-1.zk:6379 zk-2.zk:6379'],
    ['the others', '{name}', { members: PeerSelection.others(1) }, 'zk-0,zk-2'],
    ['a role', '{name}', { members: PeerSelection.only(2, 0) }, 'zk-0,zk-2'],
    ['MongoDB', '{"_id":{ordinal},"host":"{host}:27017"}', { members: PeerSelection.first(2) }, '{"_id":0,"host":"zk-0.zk:27017"},{"_id":1,"host":"zk-1.zk:27017"}'],
  ])('%s', (_, template, options, expected) => {
    expect(zk.peers(template, options)).toBe(expected);
  });

  test('come as list and as JSON too', () => {
    expect(zk.peerList('{name}')).toEqual(['zk-0', 'zk-1', 'zk-2']);
    expect(zk.peersJson('{name}')).toBe('["zk-0","zk-1","zk-2"]');
  });

  test('name the members of the first start where they bootstrap together', () => {
    const grown = of({ replicas: 5, bootstrapSize: 3, bootstrapTogether: true });
    expect(grown.peers('{name}')).toBe('kafka-0,kafka-1,kafka-2');
    expect(grown.peers('{name}', { members: PeerSelection.all() })).toBe('kafka-0,kafka-1,kafka-2,kafka-3,kafka-4');
    expect(of({ replicas: 5, bootstrapSize: 3 }).peers('{name}', { members: PeerSelection.bootstrap() })).toBe('kafka-0,kafka-1,kafka-2');
  });

  test('carry deterministic ids, for Kafka\'s first controllers', () => {
    expect(of().peers('{ordinal}@{host}:9093:{id}', { members: PeerSelection.first() })).toBe('0@kafka-0.kafka:9093:4qvK-N49TSaZ20IOAJvJew');
    expect(of().clusterId).toMatch(/^[\w-]{22}$/);
    expect(of().clusterId).toBe(of({ replicas: 9 }).clusterId);
    expect(of().pod(0).uuid).toBe('e2abcaf8-de3d-4d26-99db-420e009bc97b');
  });

  test('fails a role with an ordinal that the set does not have', () => {
    expect(() => zk.peers('{name}', { members: PeerSelection.only(3) })).toThrow('StatefulSet zk has no pod of ordinal 3');
  });

  test.each([
    ['an empty template', '', {}, 'the template is empty'],
    ['spaces for a template', ' ', {}, 'the template is empty'],
    ['none of the first', '{name}', { members: PeerSelection.first(0) }, 'PeerSelection.first(0) is no number of members, from 1 on'],
    ['fewer than none of the first', '{name}', { members: PeerSelection.first(-1) }, 'PeerSelection.first(-1) is no number of members, from 1 on'],
    ['half a member', '{name}', { members: PeerSelection.first(1.5) }, 'PeerSelection.first(1.5) is no number of members, from 1 on'],
    ['a role without members', '{name}', { members: PeerSelection.only() }, 'PeerSelection.only() names no ordinal'],
    ['others than one that is not there', '{name}', { members: PeerSelection.others(9) }, 'StatefulSet zk has no pod of ordinal 9: it has ordinals 0 to 2, so nobody would be left out; write an ordinal from 0 to 2'],
    ['half an ordinal', '{name}', { members: PeerSelection.only(1.5) }, 'StatefulSet zk has no pod of ordinal 1.5'],
  ])('fails %s', (_, template, options, message) => {
    expect(() => zk.peers(template, options)).toThrow(message);
  });

  test('fails any list of a set without pods', () => {
    expect(() => of({ replicas: 0 }).peers('{name}')).toThrow('StatefulSet kafka has no pods: the list would be empty, and whoever reads it stands alone');
  });

  test('more of the first than there are is all of them, and a set of one has no others', () => {
    expect(zk.peers('{ordinal}', { members: PeerSelection.first(9) })).toBe('0,1,2');
    expect(of({ replicas: 1 }).peerList('{name}', { members: PeerSelection.others(0) })).toEqual([]);
  });

  test('an autoscaled set may leave out any pod that can exist', () => {
    expect(of({ replicas: 2, maxReplicas: 4 }).peers('{ordinal}', { members: PeerSelection.others(3) })).toBe('0,1');
  });

  test('take time in proportion to the set', () => {
    const time = (replicas: number) => {
      const identity = of({ replicas, claims: [] });
      const start = process.cpuUsage().user;
      for (const ordinal of identity.ordinals) identity.pod(ordinal);
      return process.cpuUsage().user - start;
    };
    time(20_000);
    expect(time(160_000)).toBeLessThan(8 * 4 * Math.max(time(20_000), 1000));
  });

  test('fails an unknown placeholder', () => {
    expect(() => zk.peers('{port}')).toThrow('template "{port}": {port} is not a placeholder');
  });
});

test('a pod names itself for flags and in a shell', () => {
  expect(of().self('http://{fqdn}:{ordinal}')).toBe('http://$(POD_NAME).kafka.prod.svc.cluster.local:$(POD_ORDINAL)');
  expect(of().selfShell('{ordinal+1}')).toBe('$((${POD_NAME##*-}+1))');
});

test('fails an ordinal variable on a cluster that does not have the label', () => {
  expect(() => of({ kubernetesMinor: 27 }).self('{ordinal}')).toThrow('has no pod-index label');
});

test('a certificate names the Service and every pod', () => {
  expect(new StatefulIdentity({ setName: 'e', serviceName: 's', namespace: 'n', replicas: 1 }).tlsNames()).toEqual([
    's', 's.n', 's.n.svc', 's.n.svc.cluster.local', 'e-0', 'e-0.s', 'e-0.s.n', 'e-0.s.n.svc', 'e-0.s.n.svc.cluster.local',
  ]);
});

describe('peer Services', () => {
  const peers = of({ peerServices: true });

  test('give each pod a name beside the headless Service', () => {
    expect([peers.pod(2).peerName, peers.pod(2).peerFqdn]).toEqual(['kafka-2-peer', 'kafka-2-peer.prod.svc.cluster.local']);
    expect(peers.peers('{ordinal}@{peerFqdn}:9093', { members: PeerSelection.first(2) })).toBe('0@kafka-0-peer.prod.svc.cluster.local:9093,1@kafka-1-peer.prod.svc.cluster.local:9093');
    expect(peers.self('PLAINTEXT://{peer}:9092')).toBe('PLAINTEXT://$(POD_NAME)-peer:9092');
    expect(peers.selfShell('{peerFqdn}')).toBe('${POD_NAME}-peer.prod.svc.cluster.local');
    expect(peers.pod(0).format('{peer}')).toBe('kafka-0-peer');
  });

  test('leave the pods\' own names and ids as they are', () => {
    expect(peers.pods.map((pod) => [pod.fqdn, pod.id])).toEqual(of().pods.map((pod) => [pod.fqdn, pod.id]));
  });

  test('fail by every name where an identity has none', () => {
    const message = ': StatefulSet kafka has no peer Services, so the name never resolves; say peerServices: true and render them';
    expect(() => of().peers('{peerFqdn}:1')).toThrow(`{peerFqdn} in template "{peerFqdn}:1"${message}`);
    expect(() => of().self('{peer}')).toThrow(`{peer} in template "{peer}"${message}`);
    expect(() => of().pod(1).peerName).toThrow(`peerName of pod 1${message}`);
    expect(() => of().pod(1).peerFqdn).toThrow(`peerFqdn of pod 1${message}`);
  });
});
