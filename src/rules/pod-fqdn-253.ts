import { list, map, text } from './json';
import type { Rule } from './rule';
import { DEFAULT_NAMESPACE, MAX_NAME, hostFqdn, srvName } from '../identity/names';

export const podFqdn253: Rule = {
  id: 'pod-fqdn-253',
  severity: 'error',
  title: `the full DNS name of every pod and port has at most ${MAX_NAME} characters`,
  source: 'RFC 1035 section 2.3.4',
  set: (set, report, { clusterDomain }) => {
    if (set.serviceName === undefined) return;
    const names = { set: set.name, service: set.serviceName, namespace: set.namespace || DEFAULT_NAMESPACE, domain: clusterDomain };
    const ports = list(map(set.service?.spec).ports).flatMap((port) => text(port?.name) ? [srvName(names, port.name, text(port.protocol) ?? 'TCP')] : []);
    const longest = [hostFqdn(names, set.podName(Math.max(set.start, set.last))), ...ports].reduce((a, b) => b.length > a.length ? b : a);
    if (longest.length <= MAX_NAME) return;
    report({
      object: set.object,
      path: ['spec', 'serviceName'],
      message: `the name "${longest.slice(0, 40)}…" has ${longest.length} characters; a DNS name ends at ${MAX_NAME}, so it never resolves`,
      fix: `shorten the names of set, Service, port, namespace or cluster domain by ${longest.length - MAX_NAME} or more together`,
    });
  },
};
