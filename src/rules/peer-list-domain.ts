import { isDeclared } from './declared';
import { shown } from './json';
import { ownNames } from './own-names';
import { peerNames, peerServiceNames, placeOf } from './peer-names';
import type { Rule } from './rule';

export const peerListDomain: Rule = {
  id: 'peer-list-domain',
  severity: 'warning',
  title: "a full peer name in a container has the set's namespace and the cluster domain",
  source: 'kubernetes pkg/kubelet/kubelet_pods.go, --cluster-domain',
  set: (set, report, { clusterDomain }) => {
    const reported = new Set<string>();
    const own = ownNames(set).filter(({ service }) => service === set.serviceName);
    for (const peer of [...peerNames(set), ...peerServiceNames(set), ...own]) {
      const { name, object, short, path, rest: [namespace, svc, ...labels] } = peer;
      const place = placeOf(peer);
      if (svc !== 'svc' || reported.has(place)) continue;
      const domain = labels.join('.');
      // A set of this name in that namespace makes it a real peer; an omitted namespace says nothing.
      const elsewhere = set.namespace !== '' && namespace !== set.namespace && !set.all.find('StatefulSet', namespace, set.name);
      const foreign = domain !== '' && domain !== clusterDomain;
      if (!elsewhere && !foreign) continue;
      reported.add(place);
      report({
        object,
        path,
        word: name,
        // A set that is declared in one place has its members there; YAML from elsewhere may join a cluster in another namespace.
        severity: elsewhere && isDeclared(set) ? 'error' : 'warning',
        message: `${shown(name)} has ${elsewhere ? `namespace ${shown(namespace)}, the set is in ${shown(set.namespace)}`
          : `cluster domain ${shown(domain)}, the cluster has ${shown(clusterDomain)}`}; the name does not resolve`,
        fix: `write ${short}, which resolves in the pod's own namespace under any cluster domain`,
      });
    }
  },
};
