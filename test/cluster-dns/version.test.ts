import { atLeast, coreDnsVersion, kubernetesMinor, versionText } from '../../src/cluster-dns/version';

test.each<[string, unknown]>([
  ['1.11.3', [1, 11, 3]], ['v1.11.1-eksbuild.4', [1, 11, 1]], ['1.9', [1, 9, 0]], [' 1.9.4 ', [1, 9, 4]],
  ['registry.k8s.io/coredns/coredns:v1.11.1', [1, 11, 1]], ['host:5000/eks/coredns:v1.10.1-eksbuild.4', [1, 10, 1]], ['coredns:1.9.3@sha256:ab', [1, 9, 3]],
  ['host:5000/coredns', undefined], ['coredns:latest', undefined], ['coredns@sha256:0a1b', undefined],
  ['1', undefined], ['latest', undefined], ['', undefined], ['1.9.x', undefined],
])('the version %j of CoreDNS is %j', (given, version) => expect(coreDnsVersion(given)).toEqual(version));

test.each<[string, unknown]>([
  ['1.29', 29], ['v1.29.4', 29], ['1.28.5-eks-1', 28], ['v1.31.2+k3s1', 31], ['2.1', undefined], ['29', undefined], ['1.29.x', undefined],
])('Kubernetes %j has the minor %j', (given, minor) => expect(kubernetesMinor(given)).toBe(minor));

test('versions are compared part by part', () => {
  const later = (a: string, b: string) => atLeast(coreDnsVersion(a)!, coreDnsVersion(b)!);
  expect([later('1.9.4', '1.9.4'), later('1.10.0', '1.9.4'), later('2.0.0', '1.9.4'), later('1.9.3', '1.9.4'), later('1.8.9', '1.9.4')])
    .toEqual([true, true, true, false, false]);
  expect(versionText([1, 9, 4])).toBe('1.9.4');
});
