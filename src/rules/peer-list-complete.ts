import { isDeclared } from './declared';
import { shown } from './json';
import { type PodName, MEMBERSHIP, lastOf, namespaceOfName, peerNames, placeOf } from './peer-names';
import type { Rule } from './rule';
import type { SetView } from './set-view';

/** Names of lists that are meant to be part of it. */
const PART = /seed|join|contact|client/i;

export const peerListComplete: Rule = {
  id: 'peer-list-complete',
  severity: 'warning',
  title: 'a list of members by name has all of them',
  source: 'etcd.io/docs/v3.5/op-guide/clustering (static: "--initial-cluster" is the whole cluster); zookeeper.apache.org/doc/r3.9.3/zookeeperStarted.html (server.N)',
  set: (set, report) => {
    // How many are on purpose fewer is in the declaration; an autoscaler makes another number every day.
    if (!set.replicasWritten || set.autoscaler || set.range || isDeclared(set)) return;
    for (const [first, ordinals] of lists(set)) {
      const absent = missing(set, ordinals);
      // A list that names a member which never exists is told so first.
      if (ordinals.size < 2 || absent.length === 0 || [...ordinals].some((ordinal) => ordinal < set.start || ordinal > set.last)) continue;
      report({
        object: first.object,
        path: first.path,
        word: first.name,
        message: `the list names ${ordinals.size} members and lacks ${absent.join(', ')} of the ${set.replicas}: the members count their majority from the list, `
          + 'and the one that is not in it is turned away or never joins',
        fix: `name ${absent.join(', ')} as well (for example ${shown(`${absent[0]}.${set.serviceName}`)}), or generate the list from the replicas`,
      });
    }
  },
};

/** Lists by their place: the first name, and the ordinals of this set. */
function lists(set: SetView): Array<[PodName, Set<number>]> {
  const found = new Map<string, [PodName, Set<number>]>();
  for (const peer of peerNames(set)) {
    if (namespaceOfName(set, peer) !== set.namespace || !isMembership(peer)) continue;
    const entry = found.get(placeOf(peer)) ?? [peer, new Set<number>()];
    found.set(placeOf(peer), entry);
    entry[1].add(peer.ordinal);
  }
  return [...found.values()];
}

/** Whether what stands before a name tells that its list is the whole membership. */
export function isMembership({ context }: PodName): boolean {
  return lastOf(MEMBERSHIP, context) !== -1 && !PART.test(context);
}

/** Up to three members that a list lacks. */
function missing(set: SetView, ordinals: ReadonlySet<number>): string[] {
  const absent: string[] = [];
  // Each step finds one that is listed or one that is missing, so there are few.
  for (let ordinal = set.start; ordinal <= set.last && absent.length < 3; ordinal++) if (!ordinals.has(ordinal)) absent.push(set.podName(ordinal));
  return absent;
}
