import { goBinary } from './go-binary';
import { COREDNS_VERSIONS, ETCD, KUBERNETES_VERSIONS, KubernetesVersion, coreDns, kubernetes } from './programs';

/** Builds every program, so that nothing is measured while a compiler runs. */
const planes = (Object.keys(KUBERNETES_VERSIONS) as KubernetesVersion[])
  .flatMap((version) => [kubernetes('kube-controller-manager', version), kubernetes('kube-apiserver', version)]);
for (const program of [ETCD, ...COREDNS_VERSIONS.map(coreDns), ...planes]) {
  console.log(goBinary(program));
}
