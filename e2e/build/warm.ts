import { goBinary } from './go-binary';
import { COREDNS_VERSIONS, ETCD, coreDns, kubernetes } from './programs';

/** Builds every program, so that nothing is measured while a compiler runs. */
for (const program of [ETCD, ...COREDNS_VERSIONS.map(coreDns), kubernetes('kube-controller-manager'), kubernetes('kube-apiserver')]) {
  console.log(goBinary(program));
}
