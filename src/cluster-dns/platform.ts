import { Bundle } from './bundled-coredns';

/** What a platform takes a change of its cluster DNS by. */
export type Delivery =
  /** The ConfigMap that holds the Corefile. */
  | 'config-map'
  /** A `*.server` key of the ConfigMap coredns-custom, which the Corefile imports. */
  | 'own-server-block'
  /** `configurationValues` of the EKS add-on. */
  | 'eks-add-on'
  /** A HelmChartConfig of RKE2. */
  | 'helm-chart-config'
  /** Values of the CoreDNS Helm chart. */
  | 'helm-values'
  /** `spec.kubeDNS` of a kOps cluster. */
  | 'kops-cluster'
  /** A variable of kubespray. */
  | 'kubespray-variable'
  /** `spec.cache` of OpenShift's DNS operator. */
  | 'dns-operator'
  /** No Corefile, and no negative caching. */
  | 'no-corefile'
  /** Nothing that can be set. */
  | 'no-setting';

/** The platform whose text is that of the node cache, and not of CoreDNS behind it. */
export const NODE_LOCAL_PLATFORM = 'node-local-dns';

/** What is known of the cluster DNS of a platform. */
export interface Platform {
  /** The word of the command line. */
  readonly id: string;
  readonly title: string;
  readonly delivery: Delivery;
  /** The ConfigMap of the Corefile, unless the fetched one says otherwise. */
  readonly configMap: string;
  readonly namespace: string;
  /** Whether the ConfigMap has another name in some clusters. */
  readonly anyConfigMap?: boolean;
  /** The port of the server blocks, where the Corefile is not given. */
  readonly port: number;
  /** Who decides the version of CoreDNS, if the Kubernetes version tells it. */
  readonly bundle?: Bundle;
  /** Whether `kubeadm upgrade` migrates the Corefile. */
  readonly kubeadmUpgrade?: boolean;
  /** Why this way, or why nothing can be done. */
  readonly because: string;
  /** What has to be known beside it. */
  readonly notes: readonly string[];
  /** Where this was read. */
  readonly source: string;
}
