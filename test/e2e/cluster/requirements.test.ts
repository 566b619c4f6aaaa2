import { Machine, missingPackages, obstacles, refusal } from '../../../e2e/cluster/requirements';

const DEBIAN: Machine = { platform: 'linux', uid: 0, go: 'go version go1.26.8 linux/amd64', cgroupV1: true, has: () => true };

test('nothing stands in the way where everything is there', () => {
  expect(obstacles(DEBIAN)).toEqual([]);
  expect(missingPackages(DEBIAN)).toEqual([]);
});

test('packages that are not there are no obstacle where apt-get is, and each is named once', () => {
  const bare: Machine = { ...DEBIAN, has: (name) => name === 'apt-get' };
  expect(obstacles(bare)).toEqual([]);
  expect(missingPackages(bare)).toEqual([
    'containerd', 'runc', 'containernetworking-plugins', 'iptables', 'conntrack', 'iproute2', 'procps', 'busybox-static', 'util-linux',
  ]);
});

test('fails with one message that says all that is missing', () => {
  expect(refusal(obstacles({ ...DEBIAN, uid: 1000, go: undefined, cgroupV1: false, has: (name) => name !== 'runc' && name !== 'apt-get' }))).toBe([
    'a cluster cannot be started here:',
    '- root is needed: namespaces, mounts and containers are made',
    '- Go 1.26 or later is needed to build Kubernetes, and there is none: see https://go.dev/dl',
    '- cgroup v1 is needed below /sys/fs/cgroup: nothing here was ever run on a machine that has v2 alone',
    '- apt-get is needed to install runc, or these by hand',
    'The scenarios run on any other cluster too: E2E_KUBECONFIG=FILE npm run test:e2e',
  ].join('\n'));
});

test('fails on an old Go, and takes a newer one', () => {
  expect(obstacles({ ...DEBIAN, go: 'go version go1.19.8 linux/amd64\n' })).toEqual([
    'Go 1.26 or later is needed to build Kubernetes, and go version go1.19.8 linux/amd64: see https://go.dev/dl',
  ]);
  expect(obstacles({ ...DEBIAN, go: 'go version go2.0 linux/arm64' })).toEqual([]);
  expect(obstacles({ ...DEBIAN, go: 'go version go1.30.1 linux/arm64' })).toEqual([]);
});

test('fails on another system without asking it for anything else', () => {
  expect(obstacles({ ...DEBIAN, platform: 'darwin', uid: 501, go: undefined })).toEqual([
    'this is darwin, and nodes need Linux: their namespaces are those of its kernel',
  ]);
});
