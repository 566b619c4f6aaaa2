/** Where a page cannot be held against Kubernetes 1.28 and `cluster.local` with its own rule alone. */
export interface PageException {
  /** Other rules that rightly speak of the incorrect text too. */
  readonly others?: readonly string[];
  /** The version that both texts are judged for. */
  readonly minor?: number;
  /** The domain that both texts are judged for. */
  readonly clusterDomain?: string;
  /** Why no better example exists. */
  readonly because: string;
}

/** What a set that names its Service wrongly leaves behind is that Service, which is named by nobody. */
const UNREFERENCED = { others: ['headless-service-unreferenced'], because: 'the headless Service that is meant stands there, and no set names it' };

export const PAGE_EXCEPTIONS = new Map<string, PageException>([
  ['pod-fqdn-253', { clusterDomain: `${'zone.'.repeat(30)}example.internal`, because: 'only a long domain makes names of more than 253 characters' }],
  ['pod-index-label-min-version', { minor: 27, because: 'the label is there from 1.28 on' }],
  ['service-name-label', UNREFERENCED],
  ['max-unavailable-quorum', { minor: 36, because: 'no server before 1.35 can take several members at once' }],
]);
