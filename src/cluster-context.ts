/**
 * Keys of the construct context in which an app, or a chart, says once which cluster it is for.
 *
 * Set them on the app before any chart is added; a workload's own props win.
 *
 * @example
 *
 * const app = new App();
 * app.node.setContext(ClusterContext.KUBERNETES_VERSION, '1.33');
 * app.node.setContext(ClusterContext.CLUSTER_DOMAIN, 'k8s.example.org');
 */
export class ClusterContext {
  /**
   * The Kubernetes version that manifests are judged for, for example `1.28` or `1.33.2`. The rules were held against the
   * API servers of 1.28 to 1.36; an older or newer version is taken to reject what the nearest of them rejects.
   */
  public static readonly KUBERNETES_VERSION = 'cdk8s-stateful/kubernetesVersion';

  /** The cluster domain: the kubelet's `--cluster-domain`, for example `cluster.local`. */
  public static readonly CLUSTER_DOMAIN = 'cdk8s-stateful/clusterDomain';

  /**
   * A name of the cluster, where one app renders for several: constructs of charts with different names are never held
   * against each other. Set it on each chart before anything is added to it.
   */
  public static readonly CLUSTER = 'cdk8s-stateful/cluster';

  private constructor() {}
}
