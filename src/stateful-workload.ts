import { ApiObject, ApiObjectMetadata, ApiObjectMetadataDefinition } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ClaimOptions, ClaimTemplate } from './claim-template';
import * as labels from './identity/labels';
import { clientServiceName } from './identity/names';
import { byOrdinalCommand } from './manifests/by-ordinal';
import { compact } from './manifests/json';
import { networkPolicySpec } from './manifests/network-policy';
import { ServicePort, clientServiceSpec, headlessServiceSpec, peerServiceSpec, publishedPorts } from './manifests/service';
import { spreadConstraints } from './manifests/spread';
import { statefulSetSpec } from './manifests/stateful-set';
import { Members } from './members';
import { PeersOptions } from './peers';
import { PodDefaults } from './pod-defaults';
import { budgetSpec } from './private/budget';
import { Declaration } from './private/declaration';
import { metadataJson } from './private/plain';
import { PlainObject } from './private/plain-object';
import { ContainerInput, podSpec } from './private/pod-template';
import { Registry } from './private/registry';
import { Settings, settings } from './private/settings';
import { wire } from './private/wire';
import { Finding } from './rules/finding';
import { Target } from './rules/rule';
import { ClientServiceOptions, PeerNetworkPolicyOptions, PeerServicesOptions } from './service-options';
import { Spread } from './spread';
import { StatefulIdentity } from './stateful-identity';
import { ByOrdinalOptions, ContainerExtrasOptions, StatefulWorkloadProps } from './stateful-workload-props';
import { UpdatePolicy } from './update-policy';

/**
 * A workload whose pods have an identity: headless Service, StatefulSet, volumeClaimTemplates and
 * PodDisruptionBudget from one declaration, with names, labels, selectors and ports computed once.
 *
 * The objects' names are the construct id (or `metadata.name`), never a hash of the construct path: moving or nesting
 * the construct changes no byte of them. At synth the rendered manifests are held against the rules; everything
 * wrong is reported at once.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export class StatefulWorkload extends kplus.Workload implements kplus.IScalable {
  /** The API resource type. */
  public readonly resourceType = 'statefulsets';
  /** Whether an autoscaler owns the number of replicas. */
  public hasAutoscaler: boolean;
  /** The headless (governing) Service. */
  public readonly service: ApiObject;
  /** The StatefulSet; also `node.defaultChild`. */
  public readonly statefulSet: ApiObject;
  /** The PodDisruptionBudget; absent with `Disruption.none()`. */
  public readonly budget?: ApiObject;
  /** Number of pods that always exist: `replicas`, or the minimum of an autoscaled set. */
  public readonly replicas: number;
  /** @internal */
  public readonly _objects: PlainObject[] = [];
  /** @internal */
  public readonly _target: Target;
  protected readonly apiObject: ApiObject;

  private readonly props: StatefulWorkloadProps;
  private readonly settings: Settings;
  private readonly members: Members;
  private readonly recommended: boolean;
  private readonly selectorLabels: { [key: string]: string };
  /** Recommended labels of objects and pods. */
  private readonly appLabels: { [key: string]: string };
  private readonly objectLabels: { [key: string]: string };
  private readonly declaration: Declaration;
  private readonly registry: Registry;
  private readonly claims = new Map<string, ClaimTemplate>();
  private readonly declared = new Map<kplus.Container, kplus.ContainerProps>();
  private readonly extras = new Map<kplus.Container, ContainerExtrasOptions>();
  private ownIdentity = false;
  private peerServices?: { readonly objects: ApiObject[]; readonly appProtocols: { [name: string]: string } };
  private podMeta?: ApiObjectMetadataDefinition;
  /** Dropped when a claim or the peer Services are declared; nothing else in it changes. */
  private known?: StatefulIdentity;

  public constructor(scope: Construct, id: string, props: StatefulWorkloadProps = {}) {
    // cdk8s-plus would add containers before this class is ready, and isolate with a label that hashes the path.
    super(scope, id, { ...props, containers: undefined, initContainers: undefined, isolate: false, select: false, spread: false });
    this.props = props;
    this.settings = settings(this, props.kubernetesVersion, props.clusterDomain);
    this._target = this.settings.target;
    this.members = props.members ?? Members.independent();
    this.recommended = (props.podDefaults ?? PodDefaults.recommended())._on;
    this.replicas = props.autoscale?.min ?? props.replicas ?? 1;
    this.hasAutoscaler = props.autoscale !== undefined;
    this.registry = Registry.of(this);

    const name = props.metadata?.name ?? id;
    const app = labels.selectorLabels(props.app?.name ?? name, props.app?.instance ?? name);
    this.appLabels = { ...app, ...given({ [labels.APP_COMPONENT]: props.app?.component, [labels.APP_PART_OF]: props.app?.partOf }) };
    this.objectLabels = { ...this.appLabels, [labels.APP_MANAGED_BY]: 'cdk8s', ...props.metadata?.labels };
    this.selectorLabels = props.selector ?? app;
    this.select(kplus.LabelSelector.of({ labels: this.selectorLabels }));

    const governing = props.headlessService ?? {};
    this.service = this.object('Service', 'v1', 'Service', { name: governing.name ?? name, annotations: governing.annotations }, () => headlessServiceSpec({
      selector: this.matchLabels,
      ports: this.ports(governing.appProtocols),
      publishNotReadyAddresses: governing.publishNotReadyAddresses ?? this.members.bootstrapTogether,
      ipFamilies: governing.ipFamilies,
      ipFamilyPolicy: governing.ipFamilyPolicy,
    }));
    this.statefulSet = this.object('StatefulSet', 'apps/v1', 'StatefulSet', { ...props.metadata, name }, () => this.spec());
    this.apiObject = this.statefulSet;
    this.node.defaultChild = this.statefulSet;
    this.declaration = new Declaration(this, props, this.settings, this.members);
    this.budget = this.addBudget(name);

    props.containers?.forEach((c) => this.addContainer(c));
    props.initContainers?.forEach((c) => this.addInitContainer(c));
    this.registry.add(this);
    // A policy of cdk8s-plus that denies everything would keep the members from each other and from DNS.
    if (props.isolate) this.addNetworkPolicy({ restrictEgress: true });
  }

  /** Every name of the set as declared so far. */
  public get identity(): StatefulIdentity {
    if (this.known) return this.known;
    const { props, _target: target } = this;
    const identity = new StatefulIdentity({
      setName: this.name,
      serviceName: this.service.name,
      namespace: this.metadata.namespace,
      clusterDomain: target.clusterDomain,
      start: props.ordinalsStart,
      replicas: this.replicas,
      maxReplicas: props.autoscale?.max,
      bootstrapSize: this.members.bootstrapSize,
      bootstrapTogether: this.members.bootstrapTogether,
      claims: [...this.claims.keys()],
      kubernetesMinor: target.minor,
      peerServices: this.peerServices !== undefined,
    });
    identity._used = (what, bootstrapRange) => {
      this.ownIdentity = true;
      if (what !== undefined) this.declaration.derive(what, bootstrapRange);
      this.registry.changed();
    };
    identity._usedPeers = (what, certificate) => {
      this.declaration.usePeers(what, certificate);
      this.registry.changed();
    };
    return this.known = identity;
  }

  /** What the rules say of the objects as they stand now, acknowledged findings left out. */
  public get findings(): Finding[] {
    return [...this.registry.findings(this)];
  }

  /** Metadata of the pods. The label `cdk8s.io/metadata.addr` of cdk8s-plus, a hash of the construct path, is not used. */
  public get podMetadata(): ApiObjectMetadataDefinition {
    if (!this.podMeta) {
      const { podMetadata } = this.props;
      const ours = this.recommended ? this.appLabels : {};
      this.podMeta = new ApiObjectMetadataDefinition({
        ...podMetadata,
        labels: { ...ours, ...this.selectorLabels, ...podMetadata?.labels },
        apiObject: this.apiObject,
      });
    }
    return this.podMeta;
  }

  /**
   * Adds a container. Its ports appear in the Services; what is not said here is not rendered, save for `PodDefaults`.
   *
   * @param cont the container, as in cdk8s-plus
   */
  public addContainer(cont: kplus.ContainerProps): kplus.Container {
    return this.remember(cont, super.addContainer(undefaulted(cont)));
  }

  /**
   * Adds an init container, or with `restartPolicy: ALWAYS` a sidecar.
   *
   * @param cont the container, as in cdk8s-plus
   */
  public addInitContainer(cont: kplus.ContainerProps): kplus.Container {
    return this.remember(cont, super.addInitContainer(undefaulted(cont)));
  }

  /**
   * Sets fields of a container that cdk8s-plus has no prop for.
   *
   * @param container a container of this workload
   * @param options the fields
   */
  public extendContainer(container: kplus.Container, options: ContainerExtrasOptions): void {
    this.extras.set(container, { ...this.extras.get(container), ...options });
    this.registry.changed();
  }

  /**
   * Declares a claim template: each pod gets a claim `<name>-<set>-<ordinal>` of its own.
   *
   * @param name name of the template, a DNS label, unique in the set
   * @param options size, class and the rest
   * @returns the template, to be mounted on any container
   */
  public claim(name: string, options: ClaimOptions): ClaimTemplate {
    const template = ClaimTemplate._of(this.registry.aside, this.registry.asideId(), name, options);
    if (this.claims.has(name)) this.declaration.duplicateClaim(name);
    this.claims.set(name, template);
    this.known = undefined;
    this.registry.changed();
    return template;
  }

  /**
   * A list of members in the syntax of any system; see `StatefulIdentity.peers` for placeholders and examples.
   *
   * @param template text for one member, for example `{name}=https://{fqdn}:2380`
   * @param options separator and selection
   */
  public peers(template: string, options: PeersOptions = {}): string {
    return this.attempt(() => this.identity.peers(template, options), template);
  }

  /**
   * A template that each pod fills for itself through `$(POD_NAME)`, for `command`, `args` and env values; no shell.
   *
   * @param template for example `https://{fqdn}:2380`
   */
  public self(template: string): string {
    return this.attempt(() => this.identity.self(template), template);
  }

  /**
   * FQDN of the pod of one ordinal.
   *
   * @param ordinal an ordinal of the set
   * @throws if the set has no pod of that ordinal
   */
  public fqdn(ordinal: number): string {
    return this.identity.pod(ordinal).fqdn;
  }

  /**
   * FQDN of the Service of one pod: an address that is there before the pod and stays when the pod is replaced.
   *
   * @param ordinal an ordinal of the set
   * @throws if the set has no pod of that ordinal
   * @see StatefulWorkload.addPeerServices
   */
  public peerFqdn(ordinal: number): string {
    return this.identity.pod(ordinal).peerFqdn;
  }

  /**
   * A container command that differs by ordinal, for images with a shell (`/bin/sh`). Container `args` follow the
   * chosen command.
   *
   * @param options the commands
   */
  public byOrdinal(options: ByOrdinalOptions): string[] {
    this.ownIdentity = true;
    this.registry.changed();
    const first = options.first ? [{ ordinal: this.props.ordinalsStart ?? 0, command: options.first }] : [];
    const single = Object.entries(options.ordinals ?? {}).map(([ordinal, command]) => ({ ordinal: Number(ordinal), command }));
    const exists = new Set(this.identity.pods.map((pod) => pod.ordinal));
    for (const { ordinal } of single.filter((one) => !exists.has(one.ordinal))) {
      this.declaration.misuse('byOrdinal', `the set has no ordinal ${ordinal}: its command would never run`, 'name ordinals of the set, as whole numbers');
    }
    if ([...first, ...single, { command: options.others ?? ['-'] }].some(({ command }) => command.length === 0)) {
      this.declaration.misuse('byOrdinal', 'a command is empty: the container would run its args', 'give every command at least its program');
    }
    return byOrdinalCommand(labels.POD_NAME_ENV, [...first, ...single], options.others);
  }

  /**
   * Adds a Service for clients: one address in front of the ready pods.
   *
   * @param options name, type and ports
   */
  public addClientService(options: ClientServiceOptions = {}): ApiObject {
    const name = options.name ?? clientServiceName(this.name);
    const balanced = options.type === kplus.ServiceType.LOAD_BALANCER;
    const external = balanced || options.type === kplus.ServiceType.NODE_PORT;
    if ((!external && options.externalTrafficPolicy !== undefined) || (!balanced && options.loadBalancerClass !== undefined)) {
      this.declaration.misuse('addClientService', 'externalTrafficPolicy or loadBalancerClass is set on a type that has none: the API server refuses the Service',
        'choose type LOAD_BALANCER, or NODE_PORT for externalTrafficPolicy alone');
    }
    const onePod: { [key: string]: string } = options.ordinal === undefined ? {} : { [labels.POD_NAME_LABEL]: this.identity.pod(options.ordinal).name };
    const id = this.freeId('ClientService');
    return this.object(id, 'v1', 'Service', { name, annotations: options.annotations }, () => clientServiceSpec({
      type: options.type ?? kplus.ServiceType.CLUSTER_IP,
      selector: { ...this.matchLabels, ...onePod },
      ports: this.pick(options.ports, options.appProtocols),
      sessionAffinity: options.sticky ? 'ClientIP' : undefined,
      loadBalancerClass: options.loadBalancerClass,
      externalTrafficPolicy: options.externalTrafficPolicy,
    }));
  }

  /**
   * Adds a Service with an address for each pod that can exist, `<set>-<ordinal>-peer`, for members that find each other by
   * name on a cluster whose DNS is not yours to change. Its name and address are there before the pod and stay when the pod
   * is replaced, so no answer that a DNS server or a client still remembers is ever wrong. Pods that are not ready are
   * published: members look each other up before that.
   *
   * Nothing uses them until a template does: `{peer}` or `{peerFqdn}` in `peers()`, `self()` and `selfShell()`, `peerFqdn(0)` in
   * `byOrdinal()`. `tlsNames()` has their names when it is called afterwards.
   *
   * The price: one Service a member, on every node; kube-proxy, or what stands in for it, in the path of every connection;
   * and a member is reached at an address that it does not have, which matters to systems that announce or check addresses.
   * A member that connects to itself by this name needs hairpin traffic. Read docs/guides/peer-addresses.md first.
   *
   * @param options protocols, families and annotations
   * @returns the Services, by ascending ordinal: construct ids `PeerService-<ordinal>`
   * @see kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go L455 (the label statefulset.kubernetes.io/pod-name)
   */
  public addPeerServices(options: PeerServicesOptions = {}): ApiObject[] {
    if (this.peerServices) {
      this.declaration.misuse('addPeerServices', 'the peer Services are declared twice: each pod has one, and the options of the second call would be lost',
        'call addPeerServices() once, with all options');
      return [...this.peerServices.objects];
    }
    const { annotations, appProtocols = {}, ipFamilies, ipFamilyPolicy } = options;
    this.peerServices = { objects: [], appProtocols };
    this.known = undefined;
    this.declaration.declarePeers();
    for (const pod of this.identity.pods) {
      this.peerServices.objects.push(this.object(`PeerService-${pod.ordinal}`, 'v1', 'Service', { name: pod.peerName, annotations }, () => peerServiceSpec({
        selector: { ...this.matchLabels, [labels.POD_NAME_LABEL]: pod.name },
        ports: this.ports().map((port) => ({ ...port, appProtocol: appProtocols[port.name] })),
        ipFamilies,
        ipFamilyPolicy,
      })));
    }
    // A pod that is faster than its Service would have the name's absence remembered by the DNS server.
    this.statefulSet.addDependency(...this.peerServices.objects);
    return [...this.peerServices.objects];
  }

  /**
   * Closes the pods to all but each other, DNS and the clients that are named. Peer Services stay open between the members.
   *
   * @param options clients and upstreams
   */
  public addNetworkPolicy(options: PeerNetworkPolicyOptions = {}): ApiObject {
    return this.object(this.freeId('NetworkPolicy'), 'networking.k8s.io/v1', 'NetworkPolicy', { name: options.name ?? this.name }, () => networkPolicySpec({
      selector: this.matchLabels,
      ports: this.ports(),
      clients: (options.clients ?? []).map(policyPeer).flat(),
      clientPorts: options.clientPorts && this.pick(options.clientPorts),
      upstreams: (options.upstreams ?? []).map(policyPeer).flat(),
      restrictEgress: options.restrictEgress ?? false,
    }));
  }

  /**
   * Accepts what a rule says of this workload.
   *
   * @param ruleId id of the rule, for example `pdb-single-replica`
   * @param reason why it is acceptable here
   */
  public acknowledge(ruleId: string, reason: string): void {
    this.declaration.acknowledge(ruleId, reason);
    this.registry.changed();
  }

  /** Labels that select exactly the pods of this set. */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    const { namespace } = this.metadata;
    return {
      labelSelector: kplus.LabelSelector.of({ labels: this.matchLabels }),
      namespaces: namespace ? { names: [namespace] } : undefined,
    };
  }

  /** Called by an autoscaler that targets this workload. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
    this.registry.changed();
  }

  /** What an autoscaler needs to know. */
  public toScalingTarget(): kplus.ScalingTarget {
    const { apiVersion, kind, name, containers } = this;
    return { apiVersion, kind, name, containers, replicas: this.props.autoscale ? undefined : this.props.replicas };
  }

  /** @internal */
  public _problems(): readonly Finding[] {
    return [...this.declaration.problems(this.hasAutoscaler), ...this.strangers(), ...this.peerPorts()];
  }

  /** What is wrong with the ports of the peer Services: once, not once a member. */
  private peerPorts(): Finding[] {
    if (!this.peerServices) return [];
    const named = this.ports().map((port) => port.name);
    const unknown = Object.keys(this.peerServices.appProtocols).filter((name) => !named.includes(name));
    return [
      ...named.length > 0 ? [] : [this.declaration.late('addPeerServices', 'no container declares a port: the API server refuses a Service that has an address and no port',
        'give the ports that members use to the containers')],
      ...unknown.length === 0 ? [] : [this.declaration.late('addPeerServices', `appProtocols names ${unknown.join(', ')}, which no container port is called: nothing would be rendered`,
        `name ports of the containers: ${named.join(', ') || 'none'}`)],
    ];
  }

  /** Claims and containers of other workloads: their volume would come out as an empty directory, or not at all. */
  private strangers(): Finding[] {
    const containers = [...this.containers, ...this.initContainers];
    const claims = new Set<kplus.Volume>([...this.claims.values()].map((claim) => claim.asVolume()));
    const mounted = containers.flatMap((c) => c.mounts).map((mount) => mount.volume).filter((v) => ClaimTemplate._isPlaceholder(v) && !claims.has(v));
    const attached = [...this.claims.values()].flatMap((claim) => claim._attached).filter((c) => !containers.includes(c));
    const extended = [...this.extras.keys()].filter((c) => !containers.includes(c));
    return [
      ...mounted.map((volume) => this.declaration.stranger(`a container mounts the claim ${JSON.stringify(volume.name)} of another workload: each pod would get an empty directory in its place`)),
      ...[...attached, ...extended].map((c) => this.declaration.stranger(`container ${JSON.stringify(c.name)} is not one of this workload: nothing would be rendered`)),
    ];
  }

  private object(id: string, apiVersion: string, kind: string, metadata: ApiObjectMetadata, body: () => any): ApiObject {
    const object = new PlainObject(this, id, apiVersion, kind, {
      ...metadata,
      namespace: this.props.metadata?.namespace,
      labels: this.objectLabels,
    }, body);
    this._objects.push(object);
    this.registry.changed();
    return object;
  }

  private freeId(id: string): string {
    let free = id;
    for (let i = 2; this.node.tryFindChild(free); i++) free = `${id}${i}`;
    return free;
  }

  private addBudget(name: string): ApiObject | undefined {
    const { disruption, unhealthyPodEviction } = this.props;
    if (disruption && !disruption._intent) return undefined;
    const { replicas, members } = this;
    return this.object('PodDisruptionBudget', 'policy/v1', 'PodDisruptionBudget', { name }, () => budgetSpec({
      selector: this.labelSelector(), replicas, members, disruption, unhealthyPodEviction,
    }));
  }

  private remember(props: kplus.ContainerProps, container: kplus.Container): kplus.Container {
    this.declared.set(container, props);
    this.registry.changed();
    return container;
  }

  private attempt(render: () => string, template: string): string {
    try {
      return render();
    } catch (e) {
      this.declaration.badTemplate((e as Error).message);
      return template;
    }
  }

  private ports(appProtocols: { [name: string]: string } = {}): ServicePort[] {
    const sidecars = this.initContainers.filter((c) => c.restartPolicy !== undefined);
    const published = publishedPorts([...this.containers, ...sidecars].flatMap((c) => c.ports), appProtocols);
    const unknown = Object.keys(appProtocols).filter((name) => !published.some((port) => port.name === name));
    if (unknown.length > 0) throw new Error(`appProtocols names ${unknown.join(', ')}, which no container port is called`);
    return published;
  }

  private pick(names: string[] | undefined, appProtocols: { [name: string]: string } = {}): ServicePort[] {
    const all = this.ports(appProtocols);
    if (all.length === 0) throw new Error('no container declares a port, and a Service for clients needs one');
    return names === undefined ? all : names.map((name) => {
      const port = all.find((p) => p.name === name);
      if (!port) throw new Error(`no container has a port named ${JSON.stringify(name)}; there are ${all.map((p) => p.name).join(', ') || 'none'}`);
      return port;
    });
  }

  private labelSelector(): any {
    const { matchLabels, matchExpressions } = this;
    return matchExpressions.length === 0 ? { matchLabels } : { matchLabels, matchExpressions };
  }

  private spec(): any {
    const { props } = this;
    const { labels: podLabels, annotations } = metadataJson(this.podMetadata) ?? {};
    return statefulSetSpec({
      replicas: this.hasAutoscaler ? undefined : props.replicas ?? this.replicas,
      start: props.ordinalsStart ?? 0,
      serviceName: this.service.name,
      podManagementPolicy: props.podManagementPolicy
        ?? (this.members.bootstrapTogether ? kplus.PodManagementPolicy.PARALLEL : kplus.PodManagementPolicy.ORDERED_READY),
      update: (props.updatePolicy ?? UpdatePolicy.rolling())._model,
      minReadySeconds: props.minReady?.toSeconds(),
      revisionHistoryLimit: props.revisionHistoryLimit,
      retention: props.claimRetention,
      selector: this.labelSelector(),
      template: { metadata: { labels: podLabels, annotations }, spec: this.podSpec() },
      claims: [...this.claims.values()].map((claim) => claim._toTemplate()),
    });
  }

  private podSpec(): any {
    const { props } = this;
    const json = wire(this._toPodSpec());
    const several = this.replicas > 1 || this.hasAutoscaler;
    const spread = props.spread ?? (this.recommended && several ? Spread.soft() : Spread.none());
    const inputs = (containers: kplus.Container[], rendered: any[] | undefined): ContainerInput[] => containers.map((container, i) => {
      const said = this.declared.get(container);
      return {
        json: rendered![i],
        declared: said && { props: said },
        extras: this.extras.get(container) ?? {},
        devices: [...this.claims.values()].flatMap((claim) => claim._devicesOf(container)),
      };
    });
    return podSpec({
      json,
      props,
      recommended: this.recommended,
      identityEnv: this.recommended || this.ownIdentity,
      minor: this._target.minor,
      runAs: props.runAs,
      claims: new Set(this.claims.keys()),
      volumeNames: this.volumes.map((volume) => volume.name),
      containers: inputs(this.containers, json.containers),
      initContainers: inputs(this.initContainers, json.initContainers),
      supplementalGroups: props.supplementalGroups,
      seccompProfile: props.seccompProfile,
      enableServiceLinks: props.enableServiceLinks ?? (this.recommended ? false : undefined),
      topologySpreadConstraints: spreadConstraints(spread._constraints, this.labelSelector()),
      fields: given({
        priorityClassName: props.priorityClassName,
        nodeSelector: props.nodeSelector,
        runtimeClassName: props.runtimeClassName,
        schedulerName: props.schedulerName,
      }),
    });
  }
}

/** The entries that have a value. */
function given<T>(entries: { [key: string]: T | undefined }): { [key: string]: T } {
  return compact(entries) ?? {};
}

/** cdk8s-plus limits an undeclared container to 1.5 CPU and 2 GiB: a database then dies of its cache. */
function undefaulted(cont: kplus.ContainerProps): kplus.ContainerProps {
  return { ...cont, resources: cont.resources ?? {} };
}

function policyPeer(peer: kplus.INetworkPolicyPeer): any[] {
  const { ipBlock, podSelector } = peer.toNetworkPolicyPeerConfig();
  if (ipBlock) return [{ ipBlock: kplus.k8s.toJson_IpBlock(ipBlock._toKube()) }];
  if (!podSelector) return [];
  const pods = { podSelector: kplus.k8s.toJson_LabelSelector(podSelector.labelSelector._toKube()) ?? {} };
  const { labelSelector, names } = podSelector.namespaces ?? {};
  if (names) return names.map((name) => ({ ...pods, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } }));
  return [labelSelector ? { ...pods, namespaceSelector: kplus.k8s.toJson_LabelSelector(labelSelector._toKube()) ?? {} } : pods];
}
