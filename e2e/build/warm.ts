import { goBinary } from './go-binary';
import { COREDNS_VERSIONS, ETCD, KUBERNETES_VERSIONS, coreDns, kubectl, kubernetes } from './programs';

/** Builds every program, so that nothing is measured while a compiler runs. */
const planes = KUBERNETES_VERSIONS.flatMap((version) => [kubernetes('kube-controller-manager', version), kubernetes('kube-apiserver', version), kubectl(version)]);
for (const program of [ETCD, ...COREDNS_VERSIONS.map(coreDns), ...planes]) {
  console.log(goBinary(program));
}
