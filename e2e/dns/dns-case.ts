import { added, AT_ONCE, Bound, FIVE_SECONDS, HALF_A_MINUTE, ONE_SECOND } from './bound';
import { DISABLE_BOTH, DISABLE_DENIAL, Fix, NONE, OPERATOR, OWN_SERVER_BLOCK, SHORT_CACHE, SHORT_DENIAL, SHORT_DENIAL_TOLD } from './fix';
import { ALL_KEPT, OtherNames } from './other-names';
import { CoreDnsVersion } from '../build/programs';
import { ServerText } from '../core-dns/server-text';

/** What is promised. */
export interface Promised {
  readonly newName: Bound;
  readonly changedAddress: Bound;
  readonly others: OtherNames;
}

/** One CoreDNS that is asked about one set. */
export interface DnsCase extends Promised {
  /** Name of the set, and of its Service; cases with the same one watch the same pods. */
  readonly set: string;
  /** What the Corefile is called in the table. */
  readonly text: string;
  readonly version: CoreDnsVersion;
  readonly fix: string;
  /**
   * Seconds between the question that comes too early and the next one.
   *
   * @default 0
   */
  readonly quiet?: number;
  /** The server that clients ask, for the names of a Service. */
  server(service: string): ServerText;
  /**
   * The cluster's DNS server, where clients ask a cache in front of it.
   *
   * @default - clients ask the cluster's DNS server
   */
  behind?(service: string): ServerText;
}

/**
 * What a fix promises on a Corefile whose cache keeps up to thirty seconds.
 *
 * @param ttl of the kubernetes plugin
 */
export function promised(fix: Fix, ttl: 5 | 30): Promised {
  const kept = ttl === 30 ? HALF_A_MINUTE : FIVE_SECONDS;
  const all = { others: ALL_KEPT };
  switch (fix) {
    case NONE: return { newName: kept, changedAddress: kept, ...all };
    case SHORT_CACHE: return { newName: FIVE_SECONDS, changedAddress: FIVE_SECONDS, ...all };
    case DISABLE_BOTH:
    case OWN_SERVER_BLOCK: return { newName: AT_ONCE, changedAddress: AT_ONCE, ...all };
    case DISABLE_DENIAL: return { newName: AT_ONCE, changedAddress: kept, ...all };
    // The price: denials of all names of the server block are kept for a second only.
    case SHORT_DENIAL:
    case SHORT_DENIAL_TOLD:
    case OPERATOR: return { newName: ONE_SECOND, changedAddress: kept, others: { ...ALL_KEPT, otherDenial: false, outsideDenial: false } };
    default: throw new Error(`nothing is promised of ${fix.name}`);
  }
}

/** What is promised behind a second cache that keeps a denial for five seconds and an address for thirty. */
export const BEHIND_NODE_CACHE = {
  none: { newName: added(HALF_A_MINUTE, FIVE_SECONDS), changedAddress: added(HALF_A_MINUTE, FIVE_SECONDS), others: ALL_KEPT },
  worst: { newName: { least: 31, most: 37 }, changedAddress: added(HALF_A_MINUTE, FIVE_SECONDS), others: ALL_KEPT },
  clusterFixed: { newName: FIVE_SECONDS, changedAddress: HALF_A_MINUTE, others: ALL_KEPT },
  bothFixed: promised(DISABLE_BOTH, 30),
  // The node's cache has a server block of its own for names outside, which is not edited.
  bothShort: { newName: added(ONE_SECOND, ONE_SECOND), changedAddress: added(HALF_A_MINUTE, FIVE_SECONDS), others: { ...ALL_KEPT, otherDenial: false } },
} as const;
