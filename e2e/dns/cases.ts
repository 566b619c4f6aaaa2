import { AT_ONCE } from './bound';
import { BEHIND_NODE_CACHE, DnsCase, promised, Promised } from './dns-case';
import { ClusterDns, DISABLE_BOTH, DISABLE_DENIAL, Fix, fixedDns, NONE, OPERATOR, OWN_SERVER_BLOCK, SHORT_CACHE, SHORT_DENIAL, SHORT_DENIAL_TOLD } from './fix';
import { ALL_KEPT } from './other-names';
import { PLATFORMS, platformOf } from '../../src/cluster-dns/platforms';
import { DEFAULTS, NODE_LOCAL } from '../../test/cluster-dns/situations';
import { CoreDnsVersion } from '../build/programs';

const CURRENT: CoreDnsVersion = '1.15.0';
const KUBEADM_TO_1_31 = 'kubeadm to 1.31';
const KUBEADM: ClusterDns = { platform: 'kubeadm', corefile: DEFAULTS.kubeadm! };

/** How one platform is measured. */
interface Measured {
  /** Seconds for which its own Corefile keeps an answer of the cluster: the `ttl` of kubernetes, five without one. */
  readonly ttl: 5 | 30;
  /** The first is the one that a user is advised to. */
  readonly fixes: readonly Fix[];
  /** Others with the same text and the same advice. */
  readonly same?: readonly string[];
}

/** What is promised of the Corefile with which each platform comes. */
const MEASURED: Readonly<Record<string, Measured>> = {
  kubeadm: { ttl: 30, fixes: [DISABLE_BOTH, DISABLE_DENIAL, SHORT_DENIAL], same: ['kind', 'minikube'] },
  eks: { ttl: 5, fixes: [DISABLE_BOTH, DISABLE_DENIAL, SHORT_DENIAL], same: ['self-managed'] },
  rke2: { ttl: 30, fixes: [DISABLE_BOTH, DISABLE_DENIAL, SHORT_DENIAL] },
  helm: { ttl: 30, fixes: [DISABLE_BOTH] },
  kops: { ttl: 30, fixes: [DISABLE_BOTH] },
  kubespray: { ttl: 5, fixes: [DISABLE_BOTH] },
  openshift: { ttl: 5, fixes: [OPERATOR] },
  aks: { ttl: 30, fixes: [OWN_SERVER_BLOCK] },
  k3s: { ttl: 5, fixes: [OWN_SERVER_BLOCK] },
  doks: { ttl: 5, fixes: [OWN_SERVER_BLOCK] },
  gardener: { ttl: 30, fixes: [OWN_SERVER_BLOCK] },
};

/** Measured otherwise: kubeadm's text from 1.32 on, and the cache that stands in front of another text. */
const APART = ['talos', 'node-local-dns'];

/** Platforms with a Corefile that nobody measures. */
export function unmeasured(): string[] {
  const measured = new Set([...APART, ...Object.entries(MEASURED).flatMap(([id, { same = [] }]) => [id, ...same])]);
  return PLATFORMS.map(({ id }) => id).filter((id) => DEFAULTS[id] !== undefined && !measured.has(id));
}

function titleOf(id: string): string {
  return id === 'kubeadm' ? KUBEADM_TO_1_31 : platformOf(id)!.title.replace(/^the /, '');
}

/** One text with one fix. */
function caseOf(dns: ClusterDns, text: string, fix: Fix, version: CoreDnsVersion, promise: Promised): DnsCase {
  return {
    set: `${dns.platform}-${version.replace(/\./g, '-')}-${fix.name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`,
    text,
    version,
    fix: fix.name,
    ...promise,
    server: (service) => (fix === NONE ? { corefile: dns.corefile } : fixedDns(dns, fix, version, service).coreDns),
  };
}

function platformCases(): DnsCase[] {
  return Object.entries(MEASURED).flatMap(([id, { ttl, fixes, same = [] }]) => {
    const dns = { platform: id, corefile: DEFAULTS[id]! };
    const text = [id, ...same].map(titleOf).join(', ');
    return [NONE, ...fixes].map((fix) => caseOf(dns, text, fix, CURRENT, promised(fix, ttl)));
  });
}

function kubeadmOn(version: CoreDnsVersion, fix: Fix): DnsCase[] {
  return [NONE, fix].map((each) => caseOf(KUBEADM, KUBEADM_TO_1_31, each, version, promised(each, 30)));
}

/** The text that already has the fix, for every name of the cluster. */
const FIXED: DnsCase = caseOf({ platform: 'talos', corefile: DEFAULTS.talos! }, 'kubeadm from 1.32, Talos', NONE, CURRENT, {
  newName: AT_ONCE, changedAddress: AT_ONCE, others: { ...ALL_KEPT, otherService: false, otherDenial: false },
});

/** A cache on the node in front of kubeadm's Corefile; `onNode` tells whether the advice is asked for it too. */
function nodeLocal(set: string, name: string, fix: Fix, onNode: boolean, promise: Promised): DnsCase {
  const dns = { ...KUBEADM, ...(onNode && { nodeLocal: NODE_LOCAL }) };
  const texts = (service: string) => (fix === NONE ? { coreDns: { corefile: KUBEADM.corefile } } : fixedDns(dns, fix, CURRENT, service));
  return {
    set,
    text: `NodeLocal, ${KUBEADM_TO_1_31}`,
    version: CURRENT,
    fix: name,
    ...promise,
    server: (service) => ({ corefile: (onNode ? fixedDns(dns, fix, CURRENT, service).nodeLocal : undefined) ?? NODE_LOCAL }),
    behind: (service) => texts(service).coreDns,
  };
}

/** Every platform's text, with what its user is advised to. */
export const CASES: readonly DnsCase[] = [
  ...platformCases(),
  FIXED,
  ...kubeadmOn('1.11.1', DISABLE_BOTH),
  ...kubeadmOn('1.10.1', DISABLE_BOTH),
  ...kubeadmOn('1.8.0', SHORT_DENIAL_TOLD),
  nodeLocal('node-local', 'none', NONE, false, BEHIND_NODE_CACHE.none),
  // The worst moment: the node's cache asks again just before the one behind it forgets.
  { ...nodeLocal('node-local-quiet', 'none, asked again after 9 s', NONE, false, BEHIND_NODE_CACHE.worst), quiet: 9 },
  nodeLocal('node-local-cluster', `${DISABLE_BOTH.name}, not on the node`, DISABLE_BOTH, false, BEHIND_NODE_CACHE.clusterFixed),
  nodeLocal('node-local-both', `${DISABLE_BOTH.name}, on the node too`, DISABLE_BOTH, true, BEHIND_NODE_CACHE.bothFixed),
  nodeLocal('node-local-short', `${SHORT_DENIAL.name}, on the node too`, SHORT_DENIAL, true, BEHIND_NODE_CACHE.bothShort),
];

/** A fix that a version is too old for: CoreDNS does not start. */
export const TOO_OLD = {
  text: KUBEADM_TO_1_31, version: '1.8.0', fix: DISABLE_BOTH.name, corefile: (service: string) => fixedDns(KUBEADM, DISABLE_BOTH, CURRENT, service).coreDns.corefile,
} as const;

/** The set of the example, seen through its Corefile before and after, and through the cure of the article. */
export function exampleCases(set: string, before: string, after: string): DnsCase[] {
  const version: CoreDnsVersion = '1.10.1';
  const seen = (text: string, fix: Fix, corefile: string): DnsCase => ({
    set, text, version, fix: fix.name, ...promised(fix, 30), server: () => ({ corefile }),
  });
  return [
    seen('example, before', NONE, before),
    seen('example, the article', SHORT_CACHE, before.replace(/\bcache 30\b/, 'cache 5')),
    seen('example, after', DISABLE_BOTH, after),
  ];
}
