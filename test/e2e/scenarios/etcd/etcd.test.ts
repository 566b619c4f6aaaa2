import { parseMembers } from '../../../../e2e/scenarios/etcd/etcd';

test('a list of members is read, ids as they are written', () => {
  expect(parseMembers([
    '8e9e05c52164694d, started, etcd-0, http://etcd-0.etcd:2380, http://etcd-0.etcd:2379, false',
    'fd422379fda50e48, unstarted, , http://etcd-3.etcd:2380, , true',
  ].join('\n'))).toEqual([
    { id: '8e9e05c52164694d', name: 'etcd-0', peerUrl: 'http://etcd-0.etcd:2380', learner: false },
    { id: 'fd422379fda50e48', name: '', peerUrl: 'http://etcd-3.etcd:2380', learner: true },
  ]);
});
