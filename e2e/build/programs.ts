import { GoProgram } from './go-binary';

/** CoreDNS versions that are measured: the oldest supported text, kubeadm 1.27 and 1.28, kubeadm 1.29, and the current one. */
export const COREDNS_VERSIONS = ['1.8.0', '1.10.1', '1.11.1', '1.15.0'] as const;

/** Beside them that of kubeadm 1.34, which serves a cluster of that version. */
export type CoreDnsVersion = typeof COREDNS_VERSIONS[number] | '1.12.1';

export function coreDns(version: CoreDnsVersion): GoProgram {
  return { module: `e2e/go/coredns-${version}`, package: 'github.com/coredns/coredns' };
}

export const ETCD: GoProgram = { module: 'e2e/go/etcd', package: '.' };

/** The client of etcd, of the same version. */
export const ETCDCTL: GoProgram = { module: 'e2e/go/etcdctl', package: 'go.etcd.io/etcd/etcdctl/v3', name: 'etcdctl' };

/** Prometheus 3.13.2, whose module is v0.313.2; it says so only where the linker sets it. */
export const PROMETHEUS: GoProgram = {
  module: 'e2e/go/prometheus',
  package: 'github.com/prometheus/prometheus/cmd/prometheus',
  variables: { 'github.com/prometheus/common/version.Version': '3.13.2' },
};
export const CONFIG_RELOADER_VERSION = '0.93.0';

export const CONFIG_RELOADER: GoProgram = {
  module: 'e2e/go/prometheus-config-reloader',
  package: 'github.com/prometheus-operator/prometheus-operator/cmd/prometheus-config-reloader',
  variables: { 'github.com/prometheus/common/version.Version': CONFIG_RELOADER_VERSION },
};
/** A stand-in of our own. */
export const CONFIGMAP_RELOAD: GoProgram = { module: 'e2e/go/configmap-reload', package: '.' };

/** Kubernetes versions whose control plane is built: the one that manifests are for by default, and the current one. */
export const KUBERNETES_VERSIONS = ['1.28', '1.36'] as const;

/** Kubernetes versions that run with nodes: the first one by default, and the last one that takes cgroup v1 without more ado. */
export const CLUSTER_VERSIONS = ['1.28', '1.34'] as const;

export type ClusterVersion = typeof CLUSTER_VERSIONS[number];
export type KubernetesVersion = typeof KUBERNETES_VERSIONS[number] | ClusterVersion;

const RELEASES: ReadonlyMap<KubernetesVersion, string> = new Map([['1.28', '1.28.15'], ['1.34', '1.34.12'], ['1.36', '1.36.3']]);

/** Programs of every version, and those of a node, which are built of the versions with nodes alone. */
export type KubernetesCommand = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'kube-proxy' | 'kubelet';

/** A program of Kubernetes. */
export function kubernetes(command: KubernetesCommand, version: KubernetesVersion = '1.28'): GoProgram {
  return { module: `e2e/go/kubernetes-${version}`, package: `k8s.io/kubernetes/cmd/${command}`, variables: variables(version) };
}

/** The kubectl of a version of Kubernetes. */
export function kubectl(version: KubernetesVersion = '1.28'): GoProgram {
  return { module: `e2e/go/kubectl-${version}`, package: '.', name: 'kubectl', variables: variables(version) };
}

/** Without these the programs call themselves v0.0.0-master and refuse what depends on their version. */
function variables(version: KubernetesVersion): Record<string, string> {
  const gitVersion = `v${RELEASES.get(version)}`;
  const [major, minor] = version.split('.');
  return {
    'k8s.io/component-base/version.gitVersion': gitVersion,
    'k8s.io/component-base/version.gitMajor': major,
    'k8s.io/component-base/version.gitMinor': minor,
    'k8s.io/client-go/pkg/version.gitVersion': gitVersion,
  };
}

/** The reader of YAML that kubectl has. */
export const KUBECTL_YAML: GoProgram = { module: 'e2e/go/kubectl-yaml', package: '.' };

/** Checkers that ours is compared with, and renderers that it is piped to. */
export const KUBE_SCORE: GoProgram = { module: 'e2e/go/kube-score', package: 'github.com/zegl/kube-score/cmd/kube-score' };
export const KUBECONFORM: GoProgram = { module: 'e2e/go/kubeconform', package: 'github.com/yannh/kubeconform/cmd/kubeconform' };
export const HELM: GoProgram = { module: 'e2e/go/helm', package: 'helm.sh/helm/v3/cmd/helm' };
export const KUSTOMIZE: GoProgram = { module: 'e2e/go/kustomize', package: 'sigs.k8s.io/kustomize/kustomize/v5', name: 'kustomize' };
