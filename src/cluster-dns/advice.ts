import { Current } from './current';
import { Explanation } from './explain';
import { Platform } from './platform';
import { Scope, ServiceName } from './service-name';

/** What is known of a cluster and what is wanted. */
export interface Situation {
  readonly platform: Platform;
  /** As `1.29`. */
  readonly kubernetesVersion?: string;
  /** As `1.11.3`; where it is not given, the Kubernetes version may tell it. */
  readonly coreDnsVersion?: string;
  /** A control plane of kubeadm is going to be upgraded. */
  readonly aboutToUpgrade?: boolean;
  readonly current?: Current;
  /** A NodeLocal DNSCache in front. */
  readonly nodeLocal?: Current;
  /** The version of CoreDNS in the node cache's image. */
  readonly nodeLocalCoreDnsVersion?: string;
  readonly services: readonly ServiceName[];
  readonly scope: Scope;
  /** Leave positive answers in the cache. */
  readonly denialOnly?: boolean;
  /** Key of coredns-custom, without `.server`. */
  readonly key?: string;
}

/** Why nothing is written, where, and what to do. */
export interface AdviceRefusal {
  readonly code: string;
  readonly where: string;
  readonly message: string;
  readonly fix: string;
}

/** A ConfigMap whose Corefile becomes another. */
export interface Edit {
  readonly current: Current;
  readonly name: string;
  readonly namespace: string;
  readonly text: string;
}

export type AdviceKind = 'nothing' | 'edit' | 'own-server-block' | 'operator-field' | 'refused';

/** What to do about the caches of a cluster, and why. */
export interface Advice {
  readonly kind: AdviceKind;
  readonly platform: Platform;
  readonly services: readonly ServiceName[];
  readonly zones: readonly string[];
  /** Why this and no other way. */
  readonly reasons: readonly string[];
  /** What it costs, and what has to be known. */
  readonly costs: readonly string[];
  /** What only the image and the cluster can tell. */
  readonly notes: readonly string[];
  /** How the change comes alive. */
  readonly live: readonly string[];
  /** What the Corefile says today, and what it will say; absent where it was not given. */
  readonly before?: Explanation;
  readonly after?: Explanation;
  /** The change of CoreDNS's own Corefile. */
  readonly edit?: Edit;
  /** The change of NodeLocal DNSCache's Corefile. */
  readonly nodeLocalEdit?: Edit;
  /** A server block for coredns-custom. */
  readonly serverBlock?: { readonly key: string; readonly text: string };
  /** Seconds, for a DNS operator. */
  readonly negativeTtl?: number;
  readonly refusals: readonly AdviceRefusal[];
}
