import { corefileViews } from './corefiles';
import { shown } from './json';
import { peerNames } from './peer-names';
import type { Rule } from './rule';
import type { SetView } from './set-view';
import { caching } from '../corefile/caching';
import { DEFAULT_NAMESPACE, hostFqdn } from '../identity/names';

/** Seconds that CoreDNS keeps every answer at least, unless its cache is switched off for the name. */
const LEAST = 5;

export const dnsNegativeCache: Rule = {
  id: 'dns-negative-cache',
  severity: 'warning',
  title: 'cluster DNS does not go on denying members that ask for each other before all are there',
  source: 'coredns v1.15.0 plugin/cache (denial TTL); coredns/coredns#2434; kubernetes#92559; measured with CoreDNS 1.15.0',
  all: (all, report, { clusterDomain }) => {
    for (const { object, path, role, file } of corefileViews(all)) {
      const set = role === 'main' ? all.sets.find(asksEarly) : undefined;
      if (set === undefined) continue;
      const name = hostFqdn({ service: set.serviceName!, namespace: set.namespace || DEFAULT_NAMESPACE, domain: clusterDomain }, set.podName(set.start));
      const { seconds, because } = caching(file, name, 'denial');
      if (seconds === undefined || seconds <= LEAST) continue;
      report({
        object,
        path,
        set,
        message: `a member of StatefulSet ${shown(set.name)} that is asked for before it exists is denied for ${seconds} more seconds (${because}); `
          + 'who looks its peers up once at the start gives up or starts a cluster of its own',
        fix: `write disable denial and disable success for svc.${clusterDomain} in cache, each on a line of its own (cdk8s-stateful corefile patch does it), or let the members ask again`,
      });
    }
  },
};

/** Whether the members of a set look for each other when they start. */
export function asksEarly(set: SetView): boolean {
  if (set.serviceName === undefined || set.replicas < 2) return false;
  return set.bootstrapTogether || (set.parallel && (set.quorum || peerNames(set).length > 0));
}
