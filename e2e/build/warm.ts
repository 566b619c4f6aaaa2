import { goBinary } from './go-binary';
import { COREDNS_VERSIONS, ETCD, KUBERNETES_VERSIONS, KubernetesCommand, coreDns, kubernetes } from './programs';

/** Builds every program, so that nothing is measured while a compiler runs. */
const planes = KUBERNETES_VERSIONS.flatMap((version) => [kubernetes('kube-controller-manager', version), kubernetes('kube-apiserver', version)]);
const node: readonly KubernetesCommand[] = ['kube-scheduler', 'kube-proxy', 'kubelet', 'kubectl'];
for (const program of [ETCD, ...COREDNS_VERSIONS.map(coreDns), ...planes, ...node.map((command) => kubernetes(command))]) {
  console.log(goBinary(program));
}
