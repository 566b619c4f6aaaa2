import { CurrentCorefile } from './current-corefile';
import { DnsPlatform } from './dns-platform';
import { StatefulWorkload } from './stateful-workload';

/** How much of the cluster's DNS is taken out of the caches. */
export enum DnsScope {
  /** `<service>.<namespace>.svc.<cluster domain>` of each workload: no other name is touched. */
  SERVICE = 'service',
  /** `<namespace>.svc.<cluster domain>`: every Service of the workloads' namespaces. */
  NAMESPACE = 'namespace',
  /** The cluster domain: every Service there is, which is what kubeadm does from 1.32 on. */
  CLUSTER = 'cluster',
}

/** What the change of the cluster's DNS is derived from. */
export interface CoreDnsPatchProps {
  /** Who runs the cluster's DNS: decides what the change is written into. */
  readonly platform: DnsPlatform;

  /**
   * The Corefile that the cluster has now.
   *
   * @default - unknown, which only platforms with a setting beside the Corefile can do without: AKS, k3s, DOKS, Gardener,
   * OpenShift; GKE with kube-dns has none
   */
  readonly current?: CurrentCorefile;

  /**
   * The workloads whose members look for each other.
   *
   * @default - every StatefulWorkload of the app, in whatever chart, those that are declared later included
   */
  readonly workloads?: StatefulWorkload[];

  /**
   * Headless Services of others, each `<service>.<namespace>`: of another repository that shares the cluster.
   *
   * @default - none
   */
  readonly services?: string[];

  /**
   * Files that name such Services, one a line, as `CoreDnsPatch.servicesOf` gives them. `#` begins a comment.
   *
   * @default - none
   */
  readonly servicesFiles?: string[];

  /**
   * The cluster domain of `services` and `servicesFiles`; a workload has its own.
   *
   * @default - the construct context `ClusterContext.CLUSTER_DOMAIN`, else `cluster.local`
   */
  readonly clusterDomain?: string;

  /**
   * What is taken out of the caches.
   *
   * @default DnsScope.SERVICE
   */
  readonly scope?: DnsScope;

  /**
   * Take negative answers alone out of the cache (`disable denial` without `disable success`).
   *
   * A member that restarts is still looked for at its old address then: Redis replicas came back after 40 to 62 s
   * instead of 2 to 3 s with both. Refused where `prefetch` or `serve_stale` would undo it.
   *
   * @default false
   */
  readonly denialOnly?: boolean;

  /**
   * The key of the ConfigMap `coredns-custom`, without `.server`; each owner of keys needs one of its own.
   *
   * @default - `<service>.<namespace>` of the first Service by name
   */
  readonly key?: string;
}
