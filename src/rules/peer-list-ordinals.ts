import { shown } from './json';
import { ordinalRange } from './ordinal-range';
import { peerNames, placeOf } from './peer-names';
import type { Rule } from './rule';

export const peerListOrdinals: Rule = {
  id: 'peer-list-ordinals',
  severity: 'error',
  title: 'a peer name in a container, or in a ConfigMap that it reads, names an ordinal that exists',
  source: 'cozystack/etcd-operator#351: a static peer list that expects members which are gone',
  set: (set, report) => {
    const range = ordinalRange(set);
    if (!range) return;
    const reported = new Set<unknown>();
    for (const peer of peerNames(set)) {
      const { name, object, path, ordinal, rest: [namespace, svc] } = peer;
      // web-0.web.example.com is no cluster name, web-0.web.other.svc is another set's.
      const own = namespace === undefined || (namespace === set.namespace && (svc === undefined || svc === 'svc')) || (!set.namespace && svc === 'svc');
      const place = placeOf(peer);
      if (!own || (ordinal >= range.first && ordinal <= range.last) || reported.has(place)) continue;
      reported.add(place);
      report({
        object,
        path,
        word: name,
        message: `${shown(name)} names ordinal ${ordinal}, the set has ${range.first} to ${range.last}; the member never exists, `
          + 'so the list counts a voter that never answers',
        fix: `name ordinals ${range.first} to ${range.last} only, or generate the list from the replicas`,
      });
    }
  },
};
