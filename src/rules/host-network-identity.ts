import { list, map } from './json';
import type { Rule } from './rule';
import type { SetView } from './set-view';

export const hostNetworkIdentity: Rule = {
  id: 'host-network-identity',
  severity: 'warning',
  title: 'pods on the host network resolve cluster names and run on nodes of their own',
  source: 'kubernetes v1.28.15 pkg/kubelet/kuberuntime/kuberuntime_sandbox.go L101; v1.36.3 pkg/kubelet/network/dns/dns.go L305',
  set: (set, report) => {
    if (set.pod.hostNetwork !== true) return;
    const nodeDns = (set.pod.dnsPolicy ?? 'ClusterFirst') === 'ClusterFirst';
    const shared = set.replicas > 1 && !oneToANode(set);
    if (!nodeDns && !shared) return;
    report({
      object: set.object,
      path: set.podPath('hostNetwork'),
      message: ['hostNetwork true: the containers see the name of the node as their host name',
        ...nodeDns ? ['cluster names do not resolve under dnsPolicy ClusterFirst'] : [],
        ...shared ? ['two pods on one node fight for the same ports'] : []].join(', '),
      fix: ['read the ordinal from the pod name through the downward API',
        ...nodeDns ? ['set dnsPolicy: ClusterFirstWithHostNet'] : [],
        ...shared ? ['require pod anti-affinity over kubernetes.io/hostname'] : []].join(', '),
    });
  },
};

function oneToANode({ pod }: SetView): boolean {
  const required = map(map(pod.affinity).podAntiAffinity).requiredDuringSchedulingIgnoredDuringExecution;
  return list(required).some((term) => term?.topologyKey === 'kubernetes.io/hostname');
}
