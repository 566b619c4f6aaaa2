import { Situation } from '../../src/cluster-dns/advice';
import { advise } from '../../src/cluster-dns/advise';
import { formatsOf } from '../../src/cluster-dns/deliver';
import { platformOf } from '../../src/cluster-dns/platforms';
import { CoreDnsVersion } from '../build/programs';
import { applied } from '../core-dns/applied';
import { ServerText } from '../core-dns/server-text';

/** What the advisor is asked for against answers that are kept too long. */
export interface Fix {
  readonly name: string;
  /** Whether the versions are told; unknown, they are taken for old ones. */
  readonly told: boolean;
  readonly denialOnly?: boolean;
}

export const NONE: Fix = { name: 'none', told: true };
export const DISABLE_BOTH: Fix = { name: 'disable success + denial', told: true };
export const DISABLE_DENIAL: Fix = { name: 'disable denial', told: true, denialOnly: true };
export const SHORT_DENIAL: Fix = { name: 'denial 9984 1', told: false };
/** The same for a version that knows nothing else. */
export const SHORT_DENIAL_TOLD: Fix = { ...SHORT_DENIAL, told: true };
export const OWN_SERVER_BLOCK: Fix = { name: 'server block without cache', told: true };
export const OPERATOR: Fix = { name: 'operator, negativeTTL 1s', told: true };
/** The cure of those who write of the thirty seconds, which nobody is advised to: everything is kept for five. */
export const SHORT_CACHE: Fix = { name: 'cache 5', told: true };

/** A cluster's DNS: the Corefile of a platform, and perhaps a cache on each node in front of it. */
export interface ClusterDns {
  /** See `src/cluster-dns/platforms.ts`. */
  readonly platform: string;
  readonly corefile: string;
  readonly nodeLocal?: string;
}

/** The same, with what clients of the cluster's DNS read by then. */
export interface FixedDns {
  readonly coreDns: ServerText;
  readonly nodeLocal?: string;
}

const current = (corefile: string) => ({ corefile, otherData: {}, immutable: false });

/**
 * The texts of a cluster after the advice for one Service is applied, read out of the files in which its platform takes
 * it: what a user of `CoreDnsPatch` has.
 *
 * @param service `<service>.<namespace>.svc.<cluster domain>`
 * @throws if there is no advice
 */
export function fixedDns(dns: ClusterDns, { name, told, denialOnly }: Fix, version: CoreDnsVersion, service: string): FixedDns {
  const [serviceName, namespace] = service.split('.');
  const platform = platformOf(dns.platform)!;
  const situation: Situation = {
    platform,
    current: current(dns.corefile),
    services: [{ service: serviceName, namespace, domain: 'cluster.local' }],
    scope: 'service',
    denialOnly,
    ...(told && { coreDnsVersion: version }),
    ...(dns.nodeLocal !== undefined && { nodeLocal: current(dns.nodeLocal), ...(told && { nodeLocalCoreDnsVersion: version }) }),
  };
  const advice = advise(situation);
  if (advice.kind === 'nothing' || advice.kind === 'refused') throw new Error(`no advice is given for ${name} on ${platform.title}: ${advice.kind}`);
  const [format] = formatsOf(platform.delivery);
  return { coreDns: { corefile: dns.corefile }, nodeLocal: dns.nodeLocal, ...applied(advice, format, dns.corefile) };
}
