import { AT_ONCE, HALF_A_MINUTE, ONE_SECOND } from './bound';
import { BEHIND_NODE_CACHE, DnsCase, promised } from './dns-case';
import { DISABLE_BOTH, DISABLE_DENIAL, Fix, NONE, SHORT_CACHE, SHORT_DENIAL } from './fix';
import { ALL_KEPT } from './other-names';
import { AKS, EKS, K3S, KUBEADM, KUBEADM_FROM_1_32, NODE_LOCAL, OPENSHIFT, RKE2, serverFile } from './texts';
import { CoreDnsVersion } from '../build/programs';

const CURRENT: CoreDnsVersion = '1.15.0';
const EVERY_FIX = [NONE, DISABLE_BOTH, DISABLE_DENIAL, SHORT_DENIAL];
const KUBEADM_TO_1_31 = 'kubeadm to 1.31';

interface Platform {
  readonly id: string;
  readonly text: string;
  readonly corefile: string;
  readonly ttl: 5 | 30;
}

function edited({ id, text, corefile, ttl }: Platform, fixes: readonly Fix[], version: CoreDnsVersion = CURRENT): DnsCase[] {
  return fixes.map((fix) => ({
    set: `${id}-${version.replace(/\./g, '-')}-${fix.name.replace(/[^a-z0-9]+/g, '-')}`,
    text,
    version,
    fix: fix.name,
    ...promised(fix, ttl),
    server: (service) => ({ corefile: fix.apply(corefile, service) }),
  }));
}

const kubeadm: Platform = { id: 'kubeadm', text: KUBEADM_TO_1_31, corefile: KUBEADM, ttl: 30 };

/** The text that already has the fix, for every name of the cluster. */
const fixedByKubeadm: DnsCase = {
  ...edited({ ...kubeadm, id: 'kubeadm-1-32', text: 'kubeadm from 1.32', corefile: KUBEADM_FROM_1_32 }, [NONE])[0],
  newName: AT_ONCE,
  changedAddress: AT_ONCE,
  others: { ...ALL_KEPT, otherService: false, otherDenial: false },
};

const aks = (set: string, fix: string, cache: readonly string[], promise: Pick<DnsCase, 'newName' | 'changedAddress'>): DnsCase => ({
  set,
  text: 'AKS',
  version: CURRENT,
  fix,
  ...promise,
  others: ALL_KEPT,
  server: (service) => ({ corefile: AKS, custom: { 'member.server': serverFile(service, ...cache) } }),
});

const nodeLocal = (set: string, fix: string, front: Fix, back: Fix, promise: typeof BEHIND_NODE_CACHE[keyof typeof BEHIND_NODE_CACHE]): DnsCase => ({
  set,
  text: 'NodeLocal, kubeadm to 1.31',
  version: CURRENT,
  fix,
  ...promise,
  server: (service) => ({ corefile: front.apply(NODE_LOCAL, service) }),
  behind: (service) => ({ corefile: back.apply(KUBEADM, service) }),
});

/** Every platform's text with every fix that is for it. */
export const CASES: readonly DnsCase[] = [
  ...edited(kubeadm, EVERY_FIX),
  fixedByKubeadm,
  ...edited({ id: 'eks', text: 'EKS', corefile: EKS, ttl: 5 }, EVERY_FIX),
  ...edited({ id: 'k3s', text: 'k3s', corefile: K3S, ttl: 5 }, EVERY_FIX),
  ...edited({ id: 'aks', text: 'AKS', corefile: AKS, ttl: 30 }, [NONE]),
  aks('aks-server-no-cache', '*.server, no cache', [], { newName: AT_ONCE, changedAddress: AT_ONCE }),
  aks('aks-server-denial', '*.server, denial 9984 1', ['cache 30 {', '    denial 9984 1', '}'], { newName: ONE_SECOND, changedAddress: HALF_A_MINUTE }),
  ...edited({ id: 'rke2', text: 'RKE2', corefile: RKE2, ttl: 30 }, EVERY_FIX),
  ...edited({ id: 'openshift', text: 'OpenShift', corefile: OPENSHIFT, ttl: 5 }, EVERY_FIX),
  ...edited(kubeadm, [NONE, DISABLE_BOTH], '1.11.1'),
  ...edited(kubeadm, [NONE, DISABLE_BOTH], '1.10.1'),
  ...edited(kubeadm, [NONE, SHORT_DENIAL], '1.8.0'),
  nodeLocal('node-local', 'none', NONE, NONE, BEHIND_NODE_CACHE.none),
  // The worst moment: the node's cache asks again just before the one behind it forgets.
  { ...nodeLocal('node-local-quiet', 'none, asked again after 9 s', NONE, NONE, BEHIND_NODE_CACHE.worst), quiet: 9 },
  nodeLocal('node-local-cluster', 'disable both, not on the node', NONE, DISABLE_BOTH, BEHIND_NODE_CACHE.clusterFixed),
  nodeLocal('node-local-both', 'disable both, on the node too', DISABLE_BOTH, DISABLE_BOTH, BEHIND_NODE_CACHE.bothFixed),
  nodeLocal('node-local-short', 'denial 9984 1, on the node too', SHORT_DENIAL, SHORT_DENIAL, BEHIND_NODE_CACHE.bothShort),
];

/** A fix that a version is too old for: CoreDNS does not start. */
export const TOO_OLD = { text: KUBEADM_TO_1_31, version: '1.8.0', fix: DISABLE_BOTH, corefile: KUBEADM } as const;

/** The set of the example, seen through its Corefile before and after, and through the cure of the article. */
export function exampleCases(set: string, before: string, after: string): DnsCase[] {
  const version: CoreDnsVersion = '1.10.1';
  const seen = (text: string, fix: Fix, corefile: string): DnsCase => ({
    set, text, version, fix: fix.name, ...promised(fix, 30), server: () => ({ corefile }),
  });
  return [
    seen('example, before', NONE, before),
    seen('example, the article', SHORT_CACHE, SHORT_CACHE.apply(before, set)),
    seen('example, after', DISABLE_BOTH, after),
  ];
}
