import { shown } from './json';
import type { ObjectSet } from './object-set';
import { ordinalRange } from './ordinal-range';
import { PeerServiceName, peerServiceNames } from './peer-names';
import type { Rule } from './rule';
import { serviceViews } from './services';
import type { SetView } from './set-view';
import { peerServiceName } from '../identity/names';

export const peerServiceExists: Rule = {
  id: 'peer-service-exists',
  severity: 'warning',
  title: 'a peer Service that a container names is in the rendering',
  source: 'kubernetes/dns docs/specification.md 2.3.1, 2.4.1: a name below the namespace is that of a Service',
  all: (all, report) => {
    const having = new Set(serviceViews(all).flatMap(({ peerOf }) => peerOf ? [peerOf.set] : []));
    for (const set of all.sets) {
      const some = having.has(set);
      const reported = new Set<string>();
      for (const named of peerServiceNames(set)) {
        // Without any such Service, a bare name may be a file or a label.
        if (!some && !named.host) continue;
        const missing = missingOf(named, set, all);
        const place = named.path.join('/');
        if (missing === undefined || reported.has(place)) continue;
        reported.add(place);
        report({
          object: set.object,
          path: named.path,
          word: named.name,
          set,
          severity: 'error',
          outside: !some,
          message: `${shown(named.name)} needs the Service ${shown(missing)}, which is not rendered; the name never resolves, so the member is never found`,
          fix: some ? `render ${missing} like its siblings, or name only members that have one`
            : `render a Service for each pod (addPeerServices), or name the pods below ${shown(set.serviceName)}`,
        });
      }
    }
  },
};

/** The first Service that the name needs and that is not there; another namespace is left to the rule about domains. */
function missingOf({ ordinal, rest: [namespace] }: PeerServiceName, set: SetView, all: ObjectSet): string | undefined {
  if (namespace !== undefined && set.namespace !== '' && namespace !== set.namespace) return undefined;
  const absent = (o: number) => all.find('Service', set.namespace, peerServiceName(set.podName(o))) === undefined;
  if (ordinal !== undefined) return absent(ordinal) ? peerServiceName(set.podName(ordinal)) : undefined;
  const range = ordinalRange(set);
  // Ends at the first that is missing, so it never counts further than there are Services.
  for (let o = range?.first ?? 0; range && o <= range.last; o++) if (absent(o)) return peerServiceName(set.podName(o));
  return undefined;
}
