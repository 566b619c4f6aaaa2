import { shown } from './json';
import type { Rule } from './rule';
import { DEFAULT_NAMESPACE, hostFqdn } from '../identity/names';

/** The longest host name that Linux takes. */
const MAX_HOSTNAME = 64;

export const fqdnHostname64: Rule = {
  id: 'fqdn-hostname-64',
  severity: 'error',
  title: `with setHostnameAsFQDN the full name of every pod has at most ${MAX_HOSTNAME} characters`,
  source: 'kubernetes v1.28.15 pkg/kubelet/util/util.go L41',
  set: (set, report, { clusterDomain }) => {
    if (set.pod.setHostnameAsFQDN !== true || set.serviceName === undefined) return;
    const names = { set: set.name, service: set.serviceName, namespace: set.namespace || DEFAULT_NAMESPACE, domain: clusterDomain };
    const fqdn = hostFqdn(names, set.podName(Math.max(set.start, set.last)));
    if (fqdn.length <= MAX_HOSTNAME) return;
    report({
      object: set.object,
      path: set.podPath('setHostnameAsFQDN'),
      message: `setHostnameAsFQDN true makes ${shown(fqdn)} with its ${fqdn.length} characters the host name; a host name ends at ${MAX_HOSTNAME}, `
        + 'so the pod stays in ContainerCreating',
      fix: `remove setHostnameAsFQDN, or shorten the names of set, Service and namespace by ${fqdn.length - MAX_HOSTNAME} or more together`,
    });
  },
};
