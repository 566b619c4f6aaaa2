import { bundledCoreDns } from '../../src/cluster-dns/bundled-coredns';

test.each<[number, unknown]>([
  [18, undefined], [19, [1, 7, 0]], [22, [1, 8, 4]], [26, [1, 9, 3]], [27, [1, 10, 1]], [28, [1, 10, 1]],
  [29, [1, 11, 1]], [32, [1, 11, 3]], [36, [1, 14, 2]], [40, [1, 14, 2]],
])('kubeadm 1.%i comes with CoreDNS %j or later', (minor, version) => expect(bundledCoreDns('kubeadm', minor)).toEqual(version));

test.each<[number, unknown]>([[24, undefined], [26, [1, 9, 3]], [27, [1, 10, 1]], [33, [1, 10, 1]]])(
  'EKS 1.%i comes with CoreDNS %j or later', (minor, version) => expect(bundledCoreDns('eks', minor)).toEqual(version));
