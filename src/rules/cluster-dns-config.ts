import { map, text } from './json';
import type { Json } from './rule';

/** kubeadm, k3s, EKS and AKS; the imported texts; the node cache, and kubespray's; RKE2's chart. */
const SYSTEM = new Set(['coredns', 'coredns-custom', 'node-local-dns', 'nodelocaldns', 'rke2-coredns-rke2-coredns']);
const CUSTOM = 'coredns-custom';

/** How CoreDNS reads a text: as the whole file, as further server blocks, or inside a server block. */
export type CorefileRole = 'main' | 'server' | 'override';

/** Whether a ConfigMap of this name in this namespace is cluster DNS's; a missing namespace counts as kube-system. */
export function isClusterDnsName(name: string | undefined, namespace: string | undefined): boolean {
  if (name === 'dns-default') return namespace === 'openshift-dns';
  return name !== undefined && SYSTEM.has(name) && (namespace === undefined || namespace === '' || namespace === 'kube-system');
}

/** Whether an object is a ConfigMap of cluster DNS. */
export function isClusterDns(object: Json): boolean {
  const { name, namespace } = map(object?.metadata);
  return object?.kind === 'ConfigMap' && (text(object.apiVersion) ?? 'v1') === 'v1' && isClusterDnsName(text(name), text(namespace));
}

/** The role of a data key of such a ConfigMap; undefined when CoreDNS does not read it as a Corefile. */
export function corefileRole(configMap: Json, key: string): CorefileRole | undefined {
  if (configMap.metadata.name !== CUSTOM) return key === 'Corefile' ? 'main' : undefined;
  if (key.endsWith('.server')) return 'server';
  return key.endsWith('.override') || key.endsWith('.include') ? 'override' : undefined;
}
