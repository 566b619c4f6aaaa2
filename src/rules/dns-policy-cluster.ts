import { list, map, text } from './json';
import type { Rule } from './rule';

export const dnsPolicyCluster: Rule = {
  id: 'dns-policy-cluster',
  severity: 'warning',
  title: 'pods that have peers resolve cluster names',
  source: 'kubernetes v1.36.3 pkg/kubelet/network/dns/dns.go L305',
  set: (set, report, { clusterDomain }) => {
    const { dnsPolicy, dnsConfig, hostNetwork } = set.pod;
    if (set.replicas < 2) return;
    const searched = list(map(dnsConfig).searches).some((domain) => text(domain)?.replace(/\.$/, '').endsWith(`svc.${clusterDomain}`));
    if (dnsPolicy !== 'Default' && (dnsPolicy !== 'None' || searched)) return;
    report({
      object: set.object,
      path: set.podPath('dnsPolicy'),
      message: dnsPolicy === 'Default'
        ? 'dnsPolicy "Default" is the DNS of the node, which knows no cluster names: the members cannot find each other'
        : `dnsPolicy "None" without a search domain under svc.${clusterDomain}: names such as ${set.podName(set.start)}.${set.serviceName} do not resolve`,
      fix: hostNetwork === true ? 'set dnsPolicy: ClusterFirstWithHostNet' : 'set dnsPolicy: ClusterFirst, or remove the field',
    });
  },
};
