import * as kplus from 'cdk8s-plus-28';

/** An IP family of a Service. */
export enum IpFamily {
  /** IPv4. */
  IPV4 = 'IPv4',
  /** IPv6. */
  IPV6 = 'IPv6',
}

/** How many IP families a Service takes. */
export enum IpFamilyPolicy {
  /** One. */
  SINGLE_STACK = 'SingleStack',
  /** Two where the cluster has them. */
  PREFER_DUAL_STACK = 'PreferDualStack',
  /** Two, or the Service is refused. */
  REQUIRE_DUAL_STACK = 'RequireDualStack',
}

/** Which nodes pass traffic from outside on to the pods. */
export enum ExternalTrafficPolicy {
  /** Every node, with the node's address in place of the client's. */
  CLUSTER = 'Cluster',
  /** Only nodes that run one of the pods; the client's address is kept. */
  LOCAL = 'Local',
}

/** The headless (governing) Service. */
export interface HeadlessServiceOptions {
  /**
   * `metadata.name`, and `spec.serviceName` of the StatefulSet: part of every pod's FQDN. Immutable once applied.
   *
   * @default - the name of the StatefulSet
   */
  readonly name?: string;

  /**
   * Publish the addresses of pods that are not ready.
   *
   * @default - true when the members bootstrap together
   */
  readonly publishNotReadyAddresses?: boolean;

  /**
   * Application protocol of a port by the port's name, for example `{ client: 'http' }` (`appProtocol`).
   *
   * @default - none
   */
  readonly appProtocols?: { [portName: string]: string };

  /**
   * IP families, the first one preferred.
   *
   * @default - the cluster's
   */
  readonly ipFamilies?: IpFamily[];

  /**
   * Single or dual stack.
   *
   * @default - the cluster's
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;

  /**
   * Annotations of the Service.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** Services of single pods, one for each: addresses that members know each other by. */
export interface PeerServicesOptions {
  /**
   * Application protocol of a port by the port's name, for example `{ peer: 'tcp' }` (`appProtocol`).
   *
   * @default - none
   */
  readonly appProtocols?: { [portName: string]: string };

  /**
   * IP families, the first one preferred (`ipFamilies`). A pod must have an address of each.
   *
   * @default - the cluster's
   */
  readonly ipFamilies?: IpFamily[];

  /**
   * Single or dual stack (`ipFamilyPolicy`).
   *
   * @default - the cluster's
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;

  /**
   * Annotations of every one of these Services, for example what keeps a mesh or a monitoring system away from them.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** A Service for clients: one address in front of the ready pods. */
export interface ClientServiceOptions {
  /**
   * `metadata.name`.
   *
   * @default - `<set>-client`
   */
  readonly name?: string;

  /**
   * `ClusterIP`, `LoadBalancer` or `NodePort`; `ExternalName` is refused, as it has no pods.
   *
   * @default ServiceType.CLUSTER_IP
   */
  readonly type?: kplus.ServiceType;

  /**
   * Names of the container ports that clients may use.
   *
   * @default - every port of every container
   */
  readonly ports?: string[];

  /**
   * Only the pod of this ordinal, for example the primary: selects `statefulset.kubernetes.io/pod-name`.
   *
   * @default - every ready pod
   */
  readonly ordinal?: number;

  /**
   * Keep a client on one pod (`sessionAffinity: ClientIP`).
   *
   * @default false
   */
  readonly sticky?: boolean;

  /**
   * Class of the load balancer (`loadBalancerClass`), for type LoadBalancer.
   *
   * @default - the cluster's
   */
  readonly loadBalancerClass?: string;

  /**
   * Which nodes pass traffic from outside on (`externalTrafficPolicy`), for types LoadBalancer and NodePort.
   *
   * @default - `Cluster`, the API's
   */
  readonly externalTrafficPolicy?: ExternalTrafficPolicy;

  /**
   * IP families, the first one preferred (`ipFamilies`).
   *
   * @default - the cluster's
   */
  readonly ipFamilies?: IpFamily[];

  /**
   * Single or dual stack (`ipFamilyPolicy`).
   *
   * @default - the cluster's
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;

  /**
   * Application protocol of a port by the port's name (`appProtocol`).
   *
   * @default - none
   */
  readonly appProtocols?: { [portName: string]: string };

  /**
   * Annotations of the Service, for example of a cloud's load balancer.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/**
 * A NetworkPolicy that closes the pods to all but their peers and clients.
 *
 * It names the members by their labels, never by an address, so it holds for peer Services too: kube-proxy puts the pod's
 * address in place of the Service's, and a policy is about pods. The policy tests of Kubernetes itself connect to the
 * ClusterIP of a Service in front of each pod.
 *
 * @see kubernetes v1.28.15 test/e2e/network/netpol/probe.go L136 (addrTo: ServiceIP)
 */
export interface PeerNetworkPolicyOptions {
  /**
   * `metadata.name`.
   *
   * @default - the name of the StatefulSet
   */
  readonly name?: string;

  /**
   * Who may connect to the ports besides the members themselves.
   *
   * @default - nobody else
   */
  readonly clients?: kplus.INetworkPolicyPeer[];

  /**
   * Names of the container ports that the clients may use.
   *
   * @default - every port of every container
   */
  readonly clientPorts?: string[];

  /**
   * Close outgoing connections too, save to the members, to DNS and to `upstreams`.
   *
   * @default false
   */
  readonly restrictEgress?: boolean;

  /**
   * Whom the members may connect to besides each other and DNS, with `restrictEgress`.
   *
   * @default - nobody else
   */
  readonly upstreams?: kplus.INetworkPolicyPeer[];
}
