import { CorefileOptions, readInput, situation } from '../../src/cli/input';
import { Terminal } from '../../src/cli/output';
import { kubeadm } from '../corefile/corefiles';

const TEXT = kubeadm('cache 30').replaceAll('cluster.local', 'k8s.example.org');
const terminal = { readFile: (path: string) => (path === 'names' ? 'redis.prod # x\n\n' : TEXT), readStdin: async () => TEXT } as unknown as Terminal;
const flags: CorefileOptions = { for: [], forFile: [] };

test('the domain is that of the kubernetes plugin, unless it is told', async () => {
  expect((await readInput(terminal, 'x', flags)).domain).toBe('k8s.example.org');
  expect((await readInput(terminal, '-', { ...flags, clusterDomain: 'a.test' })).domain).toBe('a.test');
  expect((await readInput(terminal, undefined, flags)).domain).toBe('cluster.local');
});

test('Services come from flags and files, in the cluster domain', async () => {
  const { services } = await readInput(terminal, 'x', { ...flags, for: ['etcd.test'], forFile: ['names'] });
  expect(services).toEqual([{ service: 'etcd', namespace: 'test', domain: 'k8s.example.org' }, { service: 'redis', namespace: 'prod', domain: 'k8s.example.org' }]);
});

test('a question needs a platform, and has defaults for the rest', async () => {
  const input = await readInput(terminal, 'x', { ...flags, platform: 'eks' });
  expect(situation(input, flags)).toMatchObject({ platform: { id: 'eks' }, scope: 'service', denialOnly: false, aboutToUpgrade: false });
  expect(situation(await readInput(terminal, 'x', flags), flags)).toBeUndefined();
});

test('fails for what it cannot read', async () => {
  await expect(readInput({ ...terminal, readFile: () => { throw new Error('EACCES: permission denied, open'); } }, 'x', flags)).rejects.toThrow('x: it cannot be read: EACCES: permission denied;');
  await expect(readInput(terminal, 'x', { ...flags, platform: 'nomad' })).rejects.toThrow('--platform: "nomad" is not known');
});
