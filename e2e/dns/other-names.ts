import { StubUpstream } from './stub-upstream';
import { Resolver } from '../core-dns/resolver';
import { pause } from '../process/wait';

/** Which answers about names that no fix is for are still kept a good second after they were given. */
export interface OtherNames {
  /** The address of a pod of another Service. */
  readonly otherService: boolean;
  /** That another Service has no such pod. */
  readonly otherDenial: boolean;
  /** An address outside of the cluster. */
  readonly outside: boolean;
  /** That there is no such name outside. */
  readonly outsideDenial: boolean;
}

export const ALL_KEPT: OtherNames = { otherService: true, otherDenial: true, outside: true, outsideDenial: true };

const LATER = 1300;

export interface Names {
  /** The name of a pod of another Service, which runs. */
  readonly pod: string;
  /** The name that its next pod would have. */
  readonly noPod: string;
}

/**
 * Asks twice, a good second apart. An answer of the cluster was kept if its TTL has gone down, one from outside if the
 * upstream server was asked once.
 *
 * @param id makes the names outside this observer's own
 */
export async function otherNames(resolver: Resolver, upstream: StubUpstream, { pod, noPod }: Names, id: string): Promise<OtherNames> {
  const [outside, missing] = [`${id}.example`, `missing-${id}.example`];
  const names = [pod, noPod, outside, missing];
  const ask = () => Promise.all(names.map((name) => resolver.ask(name)));
  const first = await ask();
  const rcodes = first.map(({ rcode }) => rcode).join();
  if (rcodes !== 'NOERROR,NXDOMAIN,NOERROR,NXDOMAIN') throw new Error(`${names.join()} are answered with ${rcodes}`);
  await pause(LATER);
  const second = await ask();
  const wentDown = (at: number) => second[at].ttl! < first[at].ttl!;
  return { otherService: wentDown(0), otherDenial: wentDown(1), outside: upstream.queries(outside) === 1, outsideDenial: upstream.queries(missing) === 1 };
}

/** The words for a table: what is not kept. */
export function otherNamesText(kept: OtherNames): string {
  const words: Record<keyof OtherNames, string> = {
    otherService: 'other Services', otherDenial: 'their denials', outside: 'outside', outsideDenial: 'outside denials',
  };
  const not = (Object.keys(words) as (keyof OtherNames)[]).filter((each) => !kept[each]);
  return not.length === 0 ? 'kept' : `not kept: ${not.map((each) => words[each]).join(', ')}`;
}
