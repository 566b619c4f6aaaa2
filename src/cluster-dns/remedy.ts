import { AdviceRefusal, Situation } from './advice';
import { bundledCoreDns } from './bundled-coredns';
import { NODE_LOCAL_PLATFORM } from './platform';
import { atLeast, coreDnsVersion, DISABLE_SINCE, kubernetesMinor, Version, versionText } from './version';
import { disableLines } from '../corefile/cache-options';
import { CacheRequest } from '../corefile/cache-patch';
import { Corefile, Option } from '../corefile/cst';
import { Token } from '../corefile/lexer';
import { directives } from '../corefile/server-block';

/** How the caches are to be changed. */
export interface Remedy {
  readonly disables: boolean;
  readonly request: CacheRequest;
  readonly reason: string;
  readonly costs: readonly string[];
}

/** The capacity of CoreDNS's default: it has to be said to say a TTL. */
const CAPACITY = 9984;
/** CoreDNS refuses a TTL of 0. */
export const SHORTEST = 1;
/** The last kubeadm whose migration of Corefiles does not know `disable`: it bundles corefile-migration v1.0.24. */
const MIGRATES_WITHOUT_DISABLE = 32;
/** Options of the cache plugin that no CoreDNS before 1.9.4 has. */
const LATER_OPTIONS = new Set(['disable', 'servfail', 'keepttl', 'serve_stale_policy']);

/** Zones that a sentence names. */
const NAMED = 3;
const DISABLE_COST = 'every lookup of these names, AAAA included, reaches the kubernetes plugin, which answers from memory: '
  + '15 to 30 microseconds of CPU more for a repeated negative answer, measured with CoreDNS 1.15.0';
const DISABLE_COST_OF_NODE_CACHE = 'every lookup of these names, AAAA included, goes on to CoreDNS behind the node cache';
const DENIAL_COST = `denial ${CAPACITY} ${SHORTEST} is for every name of the server block: that an outside name does not exist is kept ${SHORTEST} s only, so more questions go upstream`;
const UPGRADE_COST = `kubeadm up to 1.${MIGRATES_WITHOUT_DISABLE} does not know disable: an upgrade by it that changes the version of CoreDNS stops in its preflight checks `
  + '(CoreDNSUnsupportedPlugins); before it, fetch the text and render again with --about-to-upgrade (aboutToUpgrade), which takes disable out, and apply that; '
  + 'after it, the same without';

const AGAIN = 'after the upgrade, fetch the text, render again without --about-to-upgrade (aboutToUpgrade), and apply that';

/** An option that proves a later CoreDNS: one before 1.9.4 would not have started with it. */
export function provenBy(file: Corefile | undefined): Token | undefined {
  const options = file?.blocks.flatMap((block) => directives(block, 'cache')).flatMap(({ block }) => block?.options ?? []);
  return options?.find(({ name }) => LATER_OPTIONS.has(name.text))?.name;
}

function named(zones: readonly string[]): string {
  const more = zones.length - NAMED;
  return more > 0 ? `${zones.slice(0, NAMED).join(', ')} and ${more} more` : zones.join(', ');
}

function disable(situation: Situation, zones: readonly string[], reason: string): Remedy {
  const { platform, denialOnly, kubernetesVersion } = situation;
  const minor = kubernetesVersion === undefined ? undefined : kubernetesMinor(kubernetesVersion);
  const blocksUpgrade = platform.kubeadmUpgrade && (minor === undefined || minor < MIGRATES_WITHOUT_DISABLE);
  const what = denialOnly ? 'negative answers are' : 'negative and positive answers are';
  const besides = denialOnly ? ['positive answers stay cached: a member that restarts is still looked for at its old address'] : [];
  return {
    disables: true,
    request: { zones, disable: denialOnly ? ['denial'] : ['success', 'denial'] },
    reason: `${reason}: ${what} not cached for ${named(zones)}, and for no other name`,
    costs: [...besides, platform.id === NODE_LOCAL_PLATFORM ? DISABLE_COST_OF_NODE_CACHE : DISABLE_COST, ...(blocksUpgrade ? [UPGRADE_COST] : [])],
  };
}

/** Keeps every negative answer of the server blocks for some zones no longer than some seconds. */
export function shortened(zones: readonly string[], ttl: number): CacheRequest {
  return { zones, disable: [], denial: { capacity: CAPACITY, ttl } };
}

/** Where the version of CoreDNS is told: flag and option. */
const TOLD = '--coredns-version, coreDnsVersion';
const TOLD_BY_KUBERNETES = `${TOLD}; or --kubernetes-version, kubernetesVersion`;
const TOLD_OF_NODE_CACHE = '--node-local-coredns-version, nodeLocalCoreDnsVersion';

function toldBy({ platform }: Situation): string {
  if (platform.id === NODE_LOCAL_PLATFORM) return TOLD_OF_NODE_CACHE;
  return platform.bundle ? TOLD_BY_KUBERNETES : TOLD;
}

/** The version is not known, and what telling it would change. */
function untold(zones: readonly string[], situation: Situation): Remedy {
  const { kubernetesVersion, platform } = situation;
  const silent = kubernetesVersion === undefined || platform.bundle ? '' : ` (Kubernetes ${kubernetesVersion} does not tell it of ${platform.title})`;
  const { reason, ...rest } = shorten(zones, `no version of CoreDNS was told${silent}, and one before ${versionText(DISABLE_SINCE)} does not start with disable`);
  return { ...rest, reason: `${reason}; if it is ${versionText(DISABLE_SINCE)} or later, tell it (${toldBy(situation)}), and these names alone are taken out of the cache, positive answers too` };
}

function shorten(zones: readonly string[], reason: string): Remedy {
  return {
    disables: false,
    request: shortened(zones, SHORTEST),
    reason: `${reason}: negative answers are kept ${SHORTEST} s, the shortest time that every CoreDNS takes`,
    costs: [DENIAL_COST, 'positive answers stay cached: a member that restarts is still looked for at its old address'],
  };
}

interface KnownVersion {
  readonly version: Version;
  readonly from: string;
}

/** The version of CoreDNS, as told or as the Kubernetes version tells it. */
function knownVersion({ coreDnsVersion: own, nodeLocalCoreDnsVersion, kubernetesVersion, platform }: Situation): KnownVersion | undefined {
  // There, the text is that of the node cache.
  const told = platform.id === NODE_LOCAL_PLATFORM ? nodeLocalCoreDnsVersion ?? own : own;
  const version = told === undefined ? undefined : coreDnsVersion(told);
  if (version) return { version, from: `CoreDNS ${versionText(version)}` };
  const minor = kubernetesVersion === undefined ? undefined : kubernetesMinor(kubernetesVersion);
  const bundled = platform.bundle && minor !== undefined ? bundledCoreDns(platform.bundle, minor) : undefined;
  return bundled && { version: bundled, from: `CoreDNS ${versionText(bundled)} or later, which comes with Kubernetes 1.${minor} there,` };
}

function minorOf({ kubernetesVersion }: Pick<Situation, 'kubernetesVersion'>): number | undefined {
  return kubernetesVersion === undefined ? undefined : kubernetesMinor(kubernetesVersion);
}

/** Whether a control plane is about to be upgraded by a kubeadm that may refuse `disable`. */
function upgradeRefuses({ platform, aboutToUpgrade, kubernetesVersion }: Situation): boolean {
  const minor = minorOf({ kubernetesVersion });
  return (platform.kubeadmUpgrade && aboutToUpgrade && (minor === undefined || minor <= MIGRATES_WITHOUT_DISABLE)) ?? false;
}

/** The `disable` lines at which such an upgrade stops. */
export function upgradeStops(situation: Situation, file: Corefile | undefined): readonly Option[] {
  // kubeadm 1.32 writes disable itself, and 1.33, which upgrades it, knows the option.
  if (!upgradeRefuses(situation) || minorOf(situation) === MIGRATES_WITHOUT_DISABLE) return [];
  return file?.blocks.flatMap((block) => directives(block, 'cache')).flatMap(disableLines) ?? [];
}

/**
 * Refuses a Corefile that such an upgrade will not migrate. Without a version they may be those of kubeadm from 1.32 on,
 * which have to stay, so none is taken out.
 */
export function upgradeRefusals(situation: Situation, file: Corefile | undefined): AdviceRefusal[] {
  const [line] = upgradeStops(situation, file);
  if (!line) return [];
  const known = minorOf(situation) !== undefined;
  return [{
    code: 'upgrade-refuses-disable',
    where: `Corefile line ${line.name.line}`,
    message: `the control plane is about to be upgraded, and kubeadm up to 1.${MIGRATES_WITHOUT_DISABLE} stops at disable (CoreDNSUnsupportedPlugins)`,
    fix: known ? 'take this line out by hand: it is in no cache that answers for the Services'
      : 'tell the Kubernetes version (--kubernetes-version, kubernetesVersion): up to 1.31 the disable lines are taken out for the upgrade, from 1.32 on they may stay',
  }];
}

/** Chooses between switching a cache off for some names and shortening it for all. */
export function remedy(situation: Situation, zones: readonly string[], file: Corefile | undefined): Remedy {
  if (upgradeRefuses(situation)) {
    const plain = shorten(zones, `kubeadm up to 1.${MIGRATES_WITHOUT_DISABLE} refuses to migrate a Corefile with disable, and the control plane is about to be upgraded`);
    const stops = upgradeStops(situation, file);
    if (stops.length === 0 || minorOf(situation) === undefined) return plain;
    const lines = stops.map(({ name }) => name.line).join(', ');
    return { ...plain, request: { ...plain.request, withoutDisable: true }, costs: [...plain.costs, `disable of line ${lines} is taken out with every zone in it; ${AGAIN}`] };
  }
  const since = `since ${versionText(DISABLE_SINCE)}`;
  const option = provenBy(file)?.text;
  if (option !== undefined) return disable(situation, zones, `the Corefile has ${option}, so its CoreDNS knows disable (${since})`);
  const known = knownVersion(situation);
  if (!known) return untold(zones, situation);
  if (atLeast(known.version, DISABLE_SINCE)) return disable(situation, zones, `${known.from} knows disable (${since})`);
  return shorten(zones, `CoreDNS ${versionText(known.version)} does not know disable (${since}) and would not start with it`);
}

/** The same for a node cache, whose version no Kubernetes version tells. */
export function nodeLocalRemedy(situation: Situation, zones: readonly string[], file: Corefile): Remedy {
  const { coreDnsVersion: _, kubernetesVersion: __, aboutToUpgrade: ___, ...rest } = situation;
  return remedy({ ...rest, platform: { ...situation.platform, id: NODE_LOCAL_PLATFORM, bundle: undefined, kubeadmUpgrade: false } }, zones, file);
}
