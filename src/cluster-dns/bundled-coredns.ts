import { Version } from './version';

/** Who decides which CoreDNS a Kubernetes version comes with. */
export type Bundle = 'kubeadm' | 'eks';

/**
 * The lowest CoreDNS of each minor version of kubeadm: coredns/deployment kubernetes/CoreDNS-k8s_version.md up to 1.28,
 * constants.go of kubernetes 1.29.6, 1.30.14, 1.32 to 1.36 after it. Kubernetes 1.30.0 and 1.31.0 still had 1.11.1.
 */
const KUBEADM: Readonly<Record<number, Version>> = {
  19: [1, 7, 0],
  20: [1, 7, 0],
  21: [1, 8, 0],
  22: [1, 8, 4],
  23: [1, 8, 6],
  24: [1, 8, 6],
  25: [1, 9, 3],
  26: [1, 9, 3],
  27: [1, 10, 1],
  28: [1, 10, 1],
  29: [1, 11, 1],
  30: [1, 11, 1],
  31: [1, 11, 1],
  32: [1, 11, 3],
  33: [1, 12, 0],
  34: [1, 12, 1],
  35: [1, 13, 1],
  36: [1, 14, 2],
};

/** The lowest CoreDNS of each minor version of EKS, from the table of the add-on's versions in the EKS user guide. */
const EKS: Readonly<Record<number, Version>> = { 25: [1, 9, 3], 26: [1, 9, 3], 27: [1, 10, 1] };

/** The lowest CoreDNS that a Kubernetes version comes with; a minor after the table has at least the last one. */
export function bundledCoreDns(bundle: Bundle, minor: number): Version | undefined {
  const table = bundle === 'kubeadm' ? KUBEADM : EKS;
  const last = Math.max(...Object.keys(table).map(Number));
  return table[Math.min(minor, last)];
}
