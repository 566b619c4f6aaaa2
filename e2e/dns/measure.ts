import { BY_WATCH } from './bound';
import { DnsCase } from './dns-case';
import { LateName, staggered } from './late-name';
import { ALL_KEPT, Names, otherNames } from './other-names';
import { failed, judged, Result } from './result';
import { Session } from './session';
import { LateSet } from './stateful-sets';
import { CoreDns } from '../core-dns/core-dns';

/** A set, and the cases that watch it. */
export interface Watched {
  readonly set: LateSet;
  readonly cases: readonly DnsCase[];
  /** Whether a client that watches the API is a case too. */
  readonly watch?: boolean;
}

/** How many CoreDNS start at once. */
const STARTING = 4;
/** Milliseconds between the first questions about two sets, so that no answer waits for another set's controllers. */
const APART = 200;

/** Measures all sets side by side: most of the time is waiting for a cache. */
export async function measureAll(session: Session, watched: readonly Watched[], names: Names): Promise<Result[]> {
  const ready: Ready[] = [];
  const results = new Map<DnsCase, Result>();
  const queue = [...watched];
  await Promise.all(Array.from({ length: STARTING }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) ready.push(await getReady(session, next, results));
  }));
  const watches = await staggered(ready, APART, (each) => measure(session, each, names, results));
  return [...watched.flatMap(({ cases }) => cases.map((each) => results.get(each)!)), ...watches.flat()];
}

interface Ready {
  readonly watched: Watched;
  readonly late: LateName;
  readonly servers: ReadonlyMap<DnsCase, CoreDns>;
}

async function getReady(session: Session, watched: Watched, results: Map<DnsCase, Result>): Promise<Ready> {
  const late = new LateName(session.cluster, watched.set);
  const servers = new Map<DnsCase, CoreDns>();
  for (const each of watched.cases) {
    try {
      servers.set(each, await session.serverFor(each, watched.set.identity.serviceFqdn));
    } catch (error) {
      results.set(each, failed(each, error as Error));
    }
  }
  try {
    await late.prepare();
  } catch (error) {
    for (const each of servers.keys()) results.set(each, failed(each, error as Error));
    servers.clear();
  }
  return { watched, late, servers };
}

/** @returns the case of a client that watches the API, if it is wanted */
async function measure(session: Session, { watched, late, servers }: Ready, names: Names, results: Map<DnsCase, Result>): Promise<Result[]> {
  const [cases, resolvers] = [[...servers.keys()], [...servers.values()].map(({ resolver }) => resolver)];
  if (cases.length === 0) return [];
  try {
    const others = await Promise.all(cases.map((each, at) => otherNames(resolvers[at], session.upstream, names, `${each.set}-${at}`)));
    const newName = await late.newName(resolvers, Math.max(...cases.map(({ quiet = 0 }) => quiet)));
    const changed = await late.changedAddress(resolvers);
    cases.forEach((each, at) => results.set(each, judged(each, { newName: newName.byServer[at], changedAddress: changed.byServer[at], others: others[at] })));
    if (!watched.watch) return [];
    const promise = { text: 'example, the article', version: '-', fix: 'watch of EndpointSlices', newName: BY_WATCH, changedAddress: BY_WATCH, others: ALL_KEPT };
    // It changes no cache, so there is nothing to measure about other names.
    return [{ ...judged(promise, { newName: newName.byWatch, changedAddress: changed.byWatch, others: ALL_KEPT }), others: '' }];
  } catch (error) {
    for (const each of cases) results.set(each, failed(each, servers.get(each)!.ended ?? error as Error));
    return [];
  }
}
