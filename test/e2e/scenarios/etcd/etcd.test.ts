import { parseMembers, Writer } from '../../../../e2e/scenarios/etcd/etcd';

test('a list of members is read, ids as they are written', () => {
  expect(parseMembers([
    '8e9e05c52164694d, started, etcd-0, http://etcd-0.etcd:2380, http://etcd-0.etcd:2379, false',
    'fd422379fda50e48, unstarted, , http://etcd-3.etcd:2380, , true',
  ].join('\n'))).toEqual([
    { id: '8e9e05c52164694d', name: 'etcd-0', peerUrl: 'http://etcd-0.etcd:2380', learner: false },
    { id: 'fd422379fda50e48', name: '', peerUrl: 'http://etcd-3.etcd:2380', learner: true },
  ]);
});

test('the longest pause is between two writes that were acknowledged, whatever failed between them', () => {
  const attempts = [[1000, 'wrote 1'], [1400, 'wrote 2'], [2000, 'failed 3'], [4600, 'wrote 4'], [5000, 'wrote 5']].map(([at, text]) => ({ at, text }));
  const writer = new Writer(undefined as any, 'k', { attempts } as any);
  expect(writer.longestPause).toBe(3.2);
  expect(writer.acknowledged).toEqual(['1', '2', '4', '5']);
  expect(writer.failed).toBe(1);
});
