import { corefile, kubeadm } from '../../test/corefile/corefiles';

/** The Corefiles with which platforms come, with their own cache. */
export const KUBEADM = kubeadm('cache 30');
export const KUBEADM_FROM_1_32 = kubeadm('cache 30 {\n       disable success cluster.local\n       disable denial cluster.local\n    }');
/** No ttl, so that the plugin's five seconds count. */
export const K3S = corefile('k3s', 'cache 30');
export const AKS = corefile('AKS', 'cache 30');
export const RKE2 = corefile('RKE2', 'cache   30');
export const OPENSHIFT = corefile('OpenShift', 'cache 900 {\n        denial 9984 30\n    }');
/** The cache of a node, in front of the cluster's DNS server. */
export const NODE_LOCAL = corefile('NodeLocal', 'cache {\n            success 9984 30\n            denial 9984 5\n    }');
/** That of EKS: no ttl, no max_concurrent. */
export const EKS = KUBEADM.replace('       ttl 30\n', '').replace(' {\n       max_concurrent 1000\n    }', '');

/**
 * A server block of its own for the names of a Service, where only `*.server` files may be added.
 *
 * @param cache the lines of its cache directive
 */
export function serverFile(service: string, ...cache: readonly string[]): string {
  const lines = ['errors', 'kubernetes cluster.local {', '    ttl 30', '}', ...cache, 'loadbalance'];
  return `${service}:53 {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;
}
