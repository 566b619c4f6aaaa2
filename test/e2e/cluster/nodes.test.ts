import { cniConfig } from '../../../e2e/cluster/node/cni-config';
import { containerdConfig } from '../../../e2e/cluster/node/containerd-config';
import { kubeletConfig } from '../../../e2e/cluster/node/kubelet-config';
import { MOST_GROUPS, nodePlans } from '../../../e2e/cluster/nodes';

const NODES = nodePlans(MOST_GROUPS);

test('nodes differ in everything that nodes of one network must not share', () => {
  for (const of of ['name', 'address', 'podCidr', 'bridge'] as const) expect(new Set(NODES.map((node) => node[of])).size).toBe(28);
});

test('a group is three nodes in a zone each, and one node is for DNS alone', () => {
  expect(nodePlans(2).map(({ name, group, zone }) => `${name} ${group} ${zone}`)).toEqual([
    'node-0 system zone-a',
    'node-1 1 zone-a', 'node-2 1 zone-b', 'node-3 1 zone-c',
    'node-4 2 zone-a', 'node-5 2 zone-b', 'node-6 2 zone-c',
  ]);
});

test('every address is in the benchmarking range, which no network routes', () => {
  for (const { address, podCidr } of NODES) {
    expect(address).toMatch(/^198\.18\.255\.\d+$/);
    expect(podCidr).toMatch(/^198\.18\.\d+\.0\/24$/);
  }
});

test('names of bridges are short enough for the kernel', () => {
  for (const { bridge } of NODES) expect(bridge.length).toBeLessThan(16);
});

test('pods get addresses of their node, and are not masqueraded', () => {
  expect(cniConfig(NODES[2])).toMatchObject({
    plugins: [{ type: 'bridge', bridge: 'pods2', ipMasq: false, hairpinMode: true, ipam: { ranges: [[{ subnet: '198.18.2.0/24' }]] } }],
  });
});

test('containerd listens where it is told, and touches nothing in /opt', () => {
  const config = containerdConfig({ socket: '/f/containerd.sock', cniFolder: '/f/cni', optFolder: '/f/opt' });
  expect(config).toContain('[grpc]\naddress = "/f/containerd.sock"');
  expect(config).toContain('conf_dir = "/f/cni"');
  expect(config).toContain('path = "/f/opt"');
  expect(config).toContain('sandbox_image = "registry.k8s.io/pause:3.9"');
});

test('a kubelet listens at the address of its node, and gives pods the DNS server of the cluster', () => {
  expect(kubeletConfig(NODES[1], { containerdSocket: '/f/containerd.sock', resolvConf: '/f/resolv.conf', pluginFolder: '/f/plugins' })).toMatchObject({
    address: '198.18.255.11', containerRuntimeEndpoint: 'unix:///f/containerd.sock', clusterDNS: ['198.19.0.10'], resolvConf: '/f/resolv.conf', failSwapOn: false,
  });
});
