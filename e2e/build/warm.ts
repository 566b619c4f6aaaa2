import { Command } from 'commander';
import { goBinary } from './go-binary';
import {
  CLUSTER_VERSIONS, ClusterVersion, CONFIGMAP_RELOAD, CONFIG_RELOADER, COREDNS_VERSIONS, ETCD, ETCDCTL, HELM, KUBECONFORM, KUBECTL_YAML, KUBERNETES_VERSIONS,
  KUBE_SCORE, KUSTOMIZE, KubernetesCommand, PROMETHEUS, coreDns, kubectl, kubernetes,
} from './programs';
import { kubernetesOption } from '../cluster/cluster-version';
import { coreDnsOf } from '../images/library';

// Builds every program, so that nothing is measured while a compiler runs; of the versions with nodes the one that is asked for.

const { kubernetes: version = CLUSTER_VERSIONS[0] } = new Command('warm').addOption(kubernetesOption()).parse().opts() as { kubernetes?: ClusterVersion };
const COMMANDS: readonly KubernetesCommand[] = ['kube-controller-manager', 'kube-apiserver', 'kube-scheduler', 'kube-proxy', 'kubelet'];
const planes = KUBERNETES_VERSIONS.flatMap((each) => [kubernetes('kube-controller-manager', each), kubernetes('kube-apiserver', each), kubectl(each)]);
const cluster = [...COMMANDS.map((command) => kubernetes(command, version)), kubectl(version), coreDns(coreDnsOf(version))];
const checkers = [KUBE_SCORE, KUBECONFORM, HELM, KUSTOMIZE, KUBECTL_YAML];
const systems = [ETCDCTL, CONFIGMAP_RELOAD, PROMETHEUS, CONFIG_RELOADER];
for (const program of [ETCD, ...COREDNS_VERSIONS.map(coreDns), ...planes, ...cluster, ...systems, ...checkers]) {
  console.log(goBinary(program));
}
