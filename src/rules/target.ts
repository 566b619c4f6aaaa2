import { DNS_LABEL } from './dns-names';
import type { Target } from './rule';
import { DEFAULT_CLUSTER_DOMAIN } from '../identity/names';

/** Minor version of Kubernetes that manifests are for when nothing is said. */
export const DEFAULT_MINOR = 28;
/** ordinals.start and the claims' retention policy are dropped without a word before it. */
const LOWEST_MINOR = 27;

/** The versions whose API servers the rules were held against: the first and the last. */
export const PROVED_MINORS: readonly [first: number, last: number] = [28, 36];

/** What is judged for when nothing is said. */
export const DEFAULT_TARGET: Target = { minor: DEFAULT_MINOR, clusterDomain: DEFAULT_CLUSTER_DOMAIN };

/** The minor version of `1.31` or `v1.31.4-gke.1`; undefined where it is no version from 1.27 on. */
export function parseMinor(version: unknown): number | undefined {
  const match = /^v?1\.([0-9]{1,3})(\.[0-9]+)?([-+].*)?$/.exec(String(version));
  return match && Number(match[1]) >= LOWEST_MINOR ? Number(match[1]) : undefined;
}

/** The domain that a cluster is said to have, without the dots around it; undefined where no name under it can resolve. */
export function parseDomain(domain: unknown): string | undefined {
  const name = String(domain).replace(/^\.|\.$/g, '');
  return name.split('.').every((label) => DNS_LABEL.test(label)) ? name : undefined;
}
