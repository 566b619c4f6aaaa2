import { isDeclared } from './declared';
import { shown } from './json';
import { ordinalRange } from './ordinal-range';
import { isMembership } from './peer-list-complete';
import { type PodName, peerNames, placeOf } from './peer-names';
import type { Rule } from './rule';

export const peerListOrdinals: Rule = {
  id: 'peer-list-ordinals',
  severity: 'error',
  title: 'a peer name in a container, or in a ConfigMap that it reads, names an ordinal that exists',
  source: 'cozystack/etcd-operator#351: a static peer list that expects members which are gone',
  set: (set, report) => {
    const range = ordinalRange(set);
    if (!range) return;
    // Of several in one place, one that is counted is told.
    const counted = (peer: PodName) => isMembership(peer) || isDeclared(set);
    const told = new Map<string, PodName>();
    for (const peer of peerNames(set)) {
      const { ordinal, rest: [namespace, svc] } = peer;
      // web-0.web.example.com is no cluster name, web-0.web.other.svc is another set's.
      const own = namespace === undefined || (namespace === set.namespace && (svc === undefined || svc === 'svc')) || (!set.namespace && svc === 'svc');
      if (!own || (ordinal >= range.first && ordinal <= range.last)) continue;
      const before = told.get(placeOf(peer));
      if (!before || (!counted(before) && counted(peer))) told.set(placeOf(peer), peer);
    }
    for (const peer of told.values()) {
      report({
        object: peer.object,
        path: peer.path,
        word: peer.name,
        // A seed that is missing, or a name in a script, may do no harm.
        severity: counted(peer) ? 'error' : 'warning',
        message: `${shown(peer.name)} names ordinal ${peer.ordinal}, the set has ${range.first} to ${range.last}; the member never exists, `
          + (counted(peer) ? 'so the list counts a voter that never answers' : 'so whatever asks for it gets no answer'),
        fix: `name ordinals ${range.first} to ${range.last} only, or generate the list from the replicas`,
      });
    }
  },
};
