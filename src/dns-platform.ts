import type { Platform } from './cluster-dns/platform';
import { CurrentCorefile } from './current-corefile';
import { dnsEngine } from './private/dns-engine';

/** What is known of the cluster DNS beside its platform. */
export interface DnsPlatformOptions {
  /**
   * The Kubernetes version of the cluster, for example `1.31`. Where the platform brings its CoreDNS along, it tells the
   * version of CoreDNS.
   *
   * @default - the construct context `ClusterContext.KUBERNETES_VERSION`, else unknown
   */
  readonly kubernetesVersion?: string;

  /**
   * The version of CoreDNS, for example `1.11.3`: the tag of its image. From 1.9.4 on single names can be taken out of
   * the caches (`disable`); an older CoreDNS does not start with it.
   *
   * @default - what the Kubernetes version tells; unknown, it is taken for an old one
   * @see https://github.com/coredns/coredns/pull/5540
   */
  readonly coreDnsVersion?: string;

  /**
   * The Corefile of a NodeLocal DNSCache of your own, which caches in front of CoreDNS: its times add to those of CoreDNS,
   * and its ConfigMap gets a change of its own.
   *
   * @default - none
   * @see https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/
   */
  readonly nodeLocalDns?: CurrentCorefile;

  /**
   * The version of CoreDNS that is built into the node cache, which its log tells at the start.
   *
   * @default - unknown, taken for an old one
   */
  readonly nodeLocalCoreDnsVersion?: string;
}

/** Options of `DnsPlatform.kubeadm`. */
export interface KubeadmDnsOptions extends DnsPlatformOptions {
  /**
   * The control plane is going to be upgraded: kubeadm up to 1.32 refuses to migrate a Corefile with `disable`
   * (`CoreDNSUnsupportedPlugins`), so negative answers are shortened instead (`denial 9984 1`), and `disable` is taken out.
   *
   * @default false
   * @see https://github.com/coredns/corefile-migration/issues/87
   */
  readonly aboutToUpgrade?: boolean;
}

/** Who runs the cluster's DNS, and so which change of it lasts. */
export class DnsPlatform {
  /**
   * A control plane made by kubeadm: the ConfigMap `kube-system/coredns`.
   *
   * @param options versions, a node cache in front, and whether an upgrade is near
   * @see https://github.com/kubernetes/kubernetes/pull/128359
   */
  public static kubeadm(options: KubeadmDnsOptions = {}): DnsPlatform {
    return new DnsPlatform('kubeadm', options, options.aboutToUpgrade);
  }

  /**
   * kind: kubeadm's Corefile.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/kubernetes-sigs/kind/issues/803
   */
  public static kind(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('kind', options);
  }

  /**
   * minikube: kubeadm's Corefile.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/kubernetes/minikube
   */
  public static minikube(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('minikube', options);
  }

  /**
   * Talos, whose Corefile has the caches switched off since late 2024.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/siderolabs/talos/issues/9606
   */
  public static talos(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('talos', options);
  }

  /**
   * The EKS add-on: `configurationValues` with the whole Corefile; it overwrites an edited ConfigMap.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/aws/containers-roadmap/issues/1159
   */
  public static eks(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('eks', options);
  }

  /**
   * EKS Auto Mode: refused, since no setting is known.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://docs.aws.amazon.com/eks/latest/userguide/automode.html
   */
  public static eksAuto(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('eks-auto', options);
  }

  /**
   * AKS: a server block of its own in `coredns-custom`.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/Azure/AKS/issues/3661
   */
  public static aks(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('aks', options);
  }

  /**
   * GKE with kube-dns: no Corefile, and negative answers are not cached.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/kubernetes/kubernetes/issues/53604
   */
  public static gkeKubeDns(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('gke-kube-dns', options);
  }

  /**
   * GKE with Cloud DNS: refused, since no setting is known.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cloud-dns
   */
  public static gkeCloudDns(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('gke-cloud-dns', options);
  }

  /**
   * k3s: a server block of its own in `coredns-custom`.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/k3s-io/k3s/pull/4397
   */
  public static k3s(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('k3s', options);
  }

  /**
   * RKE2: a HelmChartConfig with the full `servers` list.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/rancher/charts/issues/2825
   */
  public static rke2(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('rke2', options);
  }

  /**
   * DigitalOcean Kubernetes: a server block of its own in `coredns-custom`.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://docs.digitalocean.com/products/kubernetes/how-to/customize-coredns/
   */
  public static doks(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('doks', options);
  }

  /**
   * Gardener: a server block of its own in `coredns-custom`, on port 8053.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/gardener/gardener/issues/11526
   */
  public static gardener(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('gardener', options);
  }

  /**
   * OpenShift: `spec.cache.negativeTTL` of the DNS operator.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/openshift/cluster-dns-operator
   */
  public static openShift(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('openshift', options);
  }

  /**
   * kOps: `spec.kubeDNS.externalCoreFile` of the cluster spec.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/kubernetes/kops/issues/7762
   */
  public static kops(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('kops', options);
  }

  /**
   * kubespray: the variable `coredns_default_zone_cache_block`.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/kubernetes-sigs/kubespray/issues/12400
   */
  public static kubespray(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('kubespray', options);
  }

  /**
   * The CoreDNS Helm chart: its `servers` list in full.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/coredns/helm
   */
  public static helmChart(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('helm', options);
  }

  /**
   * CoreDNS in a ConfigMap that is yours alone.
   *
   * @param options versions of Kubernetes and CoreDNS, and a node cache in front
   * @see https://github.com/coredns/deployment
   */
  public static selfManaged(options: DnsPlatformOptions = {}): DnsPlatform {
    return new DnsPlatform('self-managed', options);
  }

  private constructor(
    private readonly id: string,
    /** @internal */ public readonly _options: DnsPlatformOptions,
    /** @internal */ public readonly _aboutToUpgrade: boolean = false) {}

  /** @internal */
  public get _platform(): Platform {
    return dnsEngine().platformOf(this.id)!;
  }
}
