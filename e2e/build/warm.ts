import { goBinary } from './go-binary';
import {
  CONFIGMAP_RELOAD, CONFIG_RELOADER, COREDNS_VERSIONS, ETCD, ETCDCTL, HELM, KUBECONFORM, KUBECTL_YAML, KUBERNETES_VERSIONS, KUBE_SCORE, KUSTOMIZE,
  KubernetesCommand, PROMETHEUS, coreDns, kubectl, kubernetes,
} from './programs';

/** Builds every program, so that nothing is measured while a compiler runs. */
const planes = KUBERNETES_VERSIONS.flatMap((version) => [kubernetes('kube-controller-manager', version), kubernetes('kube-apiserver', version), kubectl(version)]);
const node: readonly KubernetesCommand[] = ['kube-scheduler', 'kube-proxy', 'kubelet'];
const checkers = [KUBE_SCORE, KUBECONFORM, HELM, KUSTOMIZE, KUBECTL_YAML];
const systems = [ETCDCTL, CONFIGMAP_RELOAD, PROMETHEUS, CONFIG_RELOADER];
for (const program of [ETCD, ...COREDNS_VERSIONS.map(coreDns), ...planes, ...node.map((command) => kubernetes(command)), ...systems, ...checkers]) {
  console.log(goBinary(program));
}
