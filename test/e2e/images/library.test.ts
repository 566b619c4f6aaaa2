import { readFileSync } from 'fs';
import { join } from 'path';
import { CLUSTER_VERSIONS, kubernetes } from '../../../e2e/build/programs';
import { coreDnsOf } from '../../../e2e/images/library';
import { bundledCoreDns } from '../../../src/cluster-dns/bundled-coredns';

const root = join(__dirname, '../../..');

test('a cluster has the CoreDNS that kubeadm of its version installs, and its manifests name that one', () => {
  expect(CLUSTER_VERSIONS.map(coreDnsOf)).toEqual(['1.10.1', '1.12.1']);
  for (const version of CLUSTER_VERSIONS) {
    expect(bundledCoreDns('kubeadm', Number(version.split('.')[1]))!.join('.')).toBe(coreDnsOf(version));
    expect(readFileSync(join(root, `e2e/cluster/manifests/coredns-${version}.yaml`), 'utf8')).toContain(`image: registry.k8s.io/coredns/coredns:v${coreDnsOf(version)}\n`);
  }
});

test('the programs of each version are of the release that its module pins', () => {
  for (const version of CLUSTER_VERSIONS) {
    const [, release] = /^require k8s\.io\/kubernetes v(\S+)$/m.exec(readFileSync(join(root, `e2e/go/kubernetes-${version}/go.mod`), 'utf8'))!;
    expect(kubernetes('kubelet', version).variables).toMatchObject({ 'k8s.io/component-base/version.gitVersion': `v${release}` });
    expect(readFileSync(join(root, `e2e/go/kubectl-${version}/go.mod`), 'utf8')).toContain(`k8s.io/kubectl v${release.replace(/^1/, '0')}\n`);
  }
});
