import { NODE_LOCAL, REDIS, situation, text } from './situations';
import { inputRefusals } from '../../src/cluster-dns/input-refusals';
import { question } from '../../src/cluster-dns/question';
import { kubeadm } from '../corefile/corefiles';

const codes = (...args: Parameters<typeof situation>) => inputRefusals(question(situation(...args))).map(({ code }) => code);

test('a sound question is refused nothing', () => expect(codes('kubeadm', { kubernetesVersion: '1.29', coreDnsVersion: '1.11.1' })).toEqual([]));

test('fails for everything that is wrong, at once', () => {
  expect(codes('aks', { services: [{ ...REDIS, namespace: 'a b' }], kubernetesVersion: 'x', coreDnsVersion: 'y', scope: 'cluster' }))
    .toEqual(['service-name', 'kubernetes-version', 'coredns-version', 'scope']);
});

test('fails for another domain only once the rest is sound', () => {
  const current = text(kubeadm('cache').replaceAll('cluster.local', 'a.test'));
  expect(codes('kubeadm', { current })).toEqual(['cluster-domain']);
  expect(codes('kubeadm', { current, kubernetesVersion: 'x' })).toEqual(['kubernetes-version']);
});

test('fails for a node cache in front of the node cache', () => {
  expect(codes('node-local-dns', { nodeLocal: text(NODE_LOCAL) })).toEqual(['node-local-twice']);
  expect(codes('kubeadm', { nodeLocal: text(NODE_LOCAL) })).toEqual([]);
});
