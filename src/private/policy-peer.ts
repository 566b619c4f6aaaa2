import * as kplus from 'cdk8s-plus-28';

/** A peer of cdk8s-plus as it stands in a NetworkPolicy: one entry for each namespace that is named. */
export function policyPeer(peer: kplus.INetworkPolicyPeer): any[] {
  const { ipBlock, podSelector } = peer.toNetworkPolicyPeerConfig();
  if (ipBlock) return [{ ipBlock: kplus.k8s.toJson_IpBlock(ipBlock._toKube()) }];
  if (!podSelector) return [];
  const pods = { podSelector: kplus.k8s.toJson_LabelSelector(podSelector.labelSelector._toKube()) ?? {} };
  const { labelSelector, names } = podSelector.namespaces ?? {};
  if (names) return names.map((name) => ({ ...pods, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } }));
  return [labelSelector ? { ...pods, namespaceSelector: kplus.k8s.toJson_LabelSelector(labelSelector._toKube()) ?? {} } : pods];
}
