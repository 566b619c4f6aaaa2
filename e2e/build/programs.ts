import { GoProgram } from './go-binary';

/** CoreDNS versions that are measured: the oldest supported text, kubeadm 1.27 and 1.28, kubeadm 1.29, and the current one. */
export const COREDNS_VERSIONS = ['1.8.0', '1.10.1', '1.11.1', '1.15.0'] as const;

export type CoreDnsVersion = typeof COREDNS_VERSIONS[number];

export function coreDns(version: CoreDnsVersion): GoProgram {
  return { module: `e2e/go/coredns-${version}`, package: 'github.com/coredns/coredns' };
}

export const ETCD: GoProgram = { module: 'e2e/go/etcd', package: '.' };

const VERSION = { major: '1', minor: '28', patch: '15' };
const GIT_VERSION = `v${VERSION.major}.${VERSION.minor}.${VERSION.patch}`;

/** A program of Kubernetes 1.28. */
export function kubernetes(command: 'kube-apiserver' | 'kube-controller-manager'): GoProgram {
  return {
    module: 'e2e/go/kubernetes-1.28',
    package: `k8s.io/kubernetes/cmd/${command}`,
    // Without these the programs call themselves v0.0.0-master and refuse what depends on their version.
    variables: {
      'k8s.io/component-base/version.gitVersion': GIT_VERSION,
      'k8s.io/component-base/version.gitMajor': VERSION.major,
      'k8s.io/component-base/version.gitMinor': VERSION.minor,
      'k8s.io/client-go/pkg/version.gitVersion': GIT_VERSION,
    },
  };
}
