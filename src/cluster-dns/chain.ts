import { CacheKind } from '../corefile/cache-options';
import { Caching, caching } from '../corefile/caching';
import { Corefile } from '../corefile/cst';

/** How long an answer that is no longer true is given, with every cache on its way counted. */
export interface Wait {
  /** Seconds, or undefined if the Corefiles do not tell. */
  readonly seconds: number | undefined;
  /** False if `seconds` is only what the Corefiles let one expect. */
  readonly exact: boolean;
  readonly because: string;
}

export const CORE_DNS = 'CoreDNS';
export const NODE_LOCAL = 'NodeLocal DNSCache';

/**
 * What a cache in front adds, in the worst case: it asks in the last moment in which the one behind still has the old
 * answer, whose TTL is then almost used up, and keeps it for its own shortest time at least; or it asks first, and keeps
 * it for the whole TTL.
 */
function added(behind: Caching, handedOut: number, front: Corefile, name: string, kind: CacheKind): { seconds: number; caching: Caching } {
  const whole = caching(front, name, kind, { ttl: handedOut });
  if (behind.seconds === 0 || behind.keepsTtl || whole.seconds === undefined) return { seconds: whole.seconds ?? 0, caching: whole };
  const late = caching(front, name, kind, { ttl: 0 }).seconds!;
  return { seconds: Math.max(late, whole.seconds - behind.seconds!), caching: whole };
}

function kept(seconds: number): string {
  return seconds === 0 ? 'does not keep it' : `gives it for up to ${seconds} s`;
}

/** The times of CoreDNS and of a cache in front of it: they add. */
export function wait(coreDns: Corefile, nodeLocal: Corefile | undefined, name: string, kind: CacheKind): Wait {
  const behind = caching(coreDns, name, kind);
  const { seconds, exact, because } = behind;
  if (seconds === undefined || nodeLocal === undefined) return { seconds, exact, because };
  if (behind.handedOut === undefined) return { seconds: undefined, exact: false, because: `the TTL that ${CORE_DNS} hands to ${NODE_LOCAL} is not known: ${because}` };
  const more = added(behind, behind.handedOut, nodeLocal, name, kind);
  if (more.caching.seconds === undefined) return { seconds: undefined, exact: false, because: `of ${NODE_LOCAL}, ${more.caching.because}` };
  return {
    seconds: seconds + more.seconds,
    exact: exact && more.caching.exact,
    because: `${CORE_DNS} ${kept(seconds)} (${because}), and ${NODE_LOCAL} in front ${more.seconds === 0 ? 'adds nothing' : `adds up to ${more.seconds} s`} (${more.caching.because})`,
  };
}
