import { ApiObject, ApiObjectMetadata, ApiObjectMetadataDefinition } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ClaimOptions, ClaimTemplate } from './claim-template';
import * as labels from './identity/labels';
import { clientServiceName, peerServiceName } from './identity/names';
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
import { claimProblems, duplicateClaim, usableOptions } from './private/claim-options';
import { Declaration } from './private/declaration';
import { judgement } from './private/engine';
import { CLIENTS_WITHOUT_PORT, Exposure, PEERS_WITHOUT_PORT, clientServiceProblems, exposureProblems, pick } from './private/exposure';
import { labelProblems } from './private/label-problems';
import { ordinalCases } from './private/ordinal-cases';
import { metadataJson } from './private/plain';
import { PlainObject } from './private/plain-object';
import type { PodParts } from './private/pod-parts';
import { ContainerInput, podSpec } from './private/pod-template';
import { policyPeer } from './private/policy-peer';
import { AlreadyReported } from './private/problem';
import { Registry } from './private/registry';
import { fewestReplicas, wholeSeconds } from './private/scale-problems';
import { Settings, settings } from './private/settings';
import { tolerantly, withoutLimits } from './private/tolerant-container';
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
  /** Claims under a name that was taken. */
  private readonly doubles: ClaimTemplate[] = [];
  /** What asks for ports by name. */
  private readonly exposures: Exposure[] = [];
  /** Whether an autoscaler of cdk8s-plus targets the workload. */
  private scaled = false;
  private readonly declared = new Map<kplus.Container, kplus.ContainerProps>();
  private readonly extras = new Map<kplus.Container, ContainerExtrasOptions>();
  private peerServices?: ApiObject[];
  private podMeta?: ApiObjectMetadataDefinition;
  /** Dropped when a claim or the peer Services are declared; nothing else in it changes. */
  private known?: StatefulIdentity;

  public constructor(scope: Construct, id: string, props: StatefulWorkloadProps = {}) {
    // cdk8s-plus would add containers and volumes before this class is ready, and isolate with a label that hashes the path.
    const later = { containers: undefined, initContainers: undefined, volumes: undefined };
    super(scope, id, { ...props, ...later, terminationGracePeriod: wholeSeconds(props.terminationGracePeriod), isolate: false, select: false, spread: false });
    this.props = props;
    this.settings = settings(this, props.kubernetesVersion, props.clusterDomain);
    this._target = this.settings.target;
    this.members = props.members ?? Members.independent();
    this.recommended = (props.podDefaults ?? PodDefaults.recommended())._on;
    this.replicas = fewestReplicas(props);
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
    this.declaration = new Declaration(this, props, this.settings, this.members, () => this.registry.changed());
    this.declaration.report(...labelProblems(this.selectorLabels, props.podMetadata?.labels));
    this.exposures.push({ field: 'headlessService', appProtocols: governing.appProtocols });
    this.budget = this.addBudget(name);

    props.volumes?.forEach((volume) => this.addVolume(volume));
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
    identity._watch = this.declaration.use;
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
   * What cdk8s-plus refuses (two ports of one name) is reported at synth with everything else, and left out of what comes back.
   *
   * @param cont the container, as in cdk8s-plus
   */
  public addContainer(cont: kplus.ContainerProps): kplus.Container {
    const { restartPolicy, ...rest } = cont;
    if (restartPolicy !== undefined) {
      this.declaration.report({
        field: `addContainer(${JSON.stringify(cont.name ?? 'main')}).restartPolicy`,
        message: `${restartPolicy} on a container beside the others: only an init container takes it, and the API server refuses the pod`,
        fix: 'make a sidecar of it with addInitContainer(), or leave restartPolicy out',
      });
    }
    return this.remember('addContainer', rest, (props) => super.addContainer(props));
  }

  /**
   * Adds an init container, or with `restartPolicy: ALWAYS` a sidecar.
   *
   * What cdk8s-plus refuses (a probe of a container that is none) is reported at synth with everything else, and left out of what
   * comes back.
   *
   * @param cont the container, as in cdk8s-plus
   */
  public addInitContainer(cont: kplus.ContainerProps): kplus.Container {
    return this.remember('addInitContainer', cont, (props) => super.addInitContainer(props));
  }

  /**
   * Adds a volume to the pod; one that is mounted need not be added. A second volume of the same name is reported at synth.
   *
   * @param vol the volume, as in cdk8s-plus
   */
  public addVolume(vol: kplus.Volume): void {
    const known = this.volumes.find((volume) => volume.name === vol.name);
    if (known === undefined) super.addVolume(vol);
    if (known !== undefined && known !== vol) {
      this.declaration.report({
        ruleId: 'volume-name-unique',
        field: `volume ${JSON.stringify(vol.name)}`,
        message: `two volumes are called ${JSON.stringify(vol.name)}: the pod cannot be created`,
        fix: 'rename one of them, or add the same object once',
      });
    }
    this.registry.changed();
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
    const first = this.claims.get(name);
    const template = ClaimTemplate._of(this.registry.aside, this.registry.asideId(), name, usableOptions(options), first);
    this.declaration.report(...claimProblems(name, options), ...first ? [duplicateClaim(name)] : []);
    if (first) this.doubles.push(template);
    else this.claims.set(name, template);
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
    return this.identity.peers(template, options);
  }

  /**
   * A template that each pod fills for itself through `$(POD_NAME)`, for `command`, `args` and env values; no shell.
   *
   * @param template for example `https://{fqdn}:2380`
   */
  public self(template: string): string {
    return this.identity.self(template);
  }

  /**
   * FQDN of the pod of one ordinal. An ordinal that the set does not have is reported at synth.
   *
   * @param ordinal an ordinal of the set
   */
  public fqdn(ordinal: number): string {
    return this.identity._pod(ordinal, `fqdn(${ordinal})`).fqdn;
  }

  /**
   * FQDN of the Service of one pod: an address that is there before the pod and stays when the pod is replaced. An ordinal
   * that the set does not have is reported at synth.
   *
   * @param ordinal an ordinal of the set
   * @see StatefulWorkload.addPeerServices
   */
  public peerFqdn(ordinal: number): string {
    return this.identity._pod(ordinal, `peerFqdn(${ordinal})`).peerFqdn;
  }

  /**
   * A container command that differs by ordinal, for images with a shell (`/bin/sh`). Container `args` follow the
   * chosen command.
   *
   * @param options the commands
   */
  public byOrdinal(options: ByOrdinalOptions): string[] {
    const { identity } = this;
    const { cases, problems } = ordinalCases(options, identity);
    this.declaration.use.own();
    this.declaration.report(...problems);
    return byOrdinalCommand(labels.POD_NAME_ENV, cases, options.others);
  }

  /**
   * Adds a Service for clients: one address in front of the ready pods.
   *
   * @param options name, type and ports
   */
  public addClientService(options: ClientServiceOptions = {}): ApiObject {
    const name = options.name ?? clientServiceName(this.name);
    const { ordinal, ports, appProtocols, ...rest } = options;
    this.declaration.report(...clientServiceProblems(options));
    this.exposures.push({ field: `addClientService(${JSON.stringify(name)})`, missing: 'the Service would lead nowhere', portless: CLIENTS_WITHOUT_PORT, ports, appProtocols });
    const onePod: { [key: string]: string } = ordinal === undefined ? {}
      : { [labels.POD_NAME_LABEL]: this.identity._pod(ordinal, `addClientService(${JSON.stringify(name)}).ordinal`).name };
    return this.object(this.freeId('ClientService'), 'v1', 'Service', { name, annotations: rest.annotations }, () => clientServiceSpec({
      type: rest.type ?? kplus.ServiceType.CLUSTER_IP,
      selector: { ...this.matchLabels, ...onePod },
      ports: pick(this.ports(appProtocols), ports),
      sessionAffinity: rest.sticky ? 'ClientIP' : undefined,
      loadBalancerClass: rest.loadBalancerClass,
      externalTrafficPolicy: rest.externalTrafficPolicy,
      ipFamilies: rest.ipFamilies,
      ipFamilyPolicy: rest.ipFamilyPolicy,
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
      this.declaration.report({
        field: 'addPeerServices',
        message: 'the peer Services are declared twice: each pod has one, and the options of the second call would be lost',
        fix: 'call addPeerServices() once, with all options',
      });
      return [...this.peerServices];
    }
    const { annotations, appProtocols, ipFamilies, ipFamilyPolicy } = options;
    this.exposures.push({ field: 'addPeerServices', portless: PEERS_WITHOUT_PORT, appProtocols });
    const services = this.peerServices = [] as ApiObject[];
    this.known = undefined;
    this.declaration.use.declarePeers();
    for (const pod of this.identity.pods) {
      services.push(this.object(`PeerService-${pod.ordinal}`, 'v1', 'Service', { name: peerServiceName(pod.name), annotations }, () => peerServiceSpec({
        selector: { ...this.matchLabels, [labels.POD_NAME_LABEL]: pod.name },
        ports: this.ports(appProtocols),
        ipFamilies,
        ipFamilyPolicy,
      })));
    }
    // A pod that is faster than its Service would have the name's absence remembered by the DNS server.
    this.statefulSet.addDependency(...services);
    return [...services];
  }

  /**
   * Closes the pods to all but each other, DNS and the clients that are named. Peer Services stay open between the members.
   *
   * @param options clients and upstreams
   */
  public addNetworkPolicy(options: PeerNetworkPolicyOptions = {}): ApiObject {
    const { name = this.name, clientPorts } = options;
    this.exposures.push({ field: `addNetworkPolicy(${JSON.stringify(name)})`, list: 'clientPorts', missing: 'the policy would open nothing', ports: clientPorts });
    return this.object(this.freeId('NetworkPolicy'), 'networking.k8s.io/v1', 'NetworkPolicy', { name }, () => networkPolicySpec({
      selector: this.matchLabels,
      ports: this.ports(),
      clients: (options.clients ?? []).map(policyPeer).flat(),
      clientPorts: clientPorts && pick(this.ports(), clientPorts),
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
    this.hasAutoscaler = this.scaled = true;
    this.registry.changed();
  }

  /** What an autoscaler needs to know. */
  public toScalingTarget(): kplus.ScalingTarget {
    const { apiVersion, kind, name, containers } = this;
    return { apiVersion, kind, name, containers, replicas: this.props.autoscale ? undefined : this.props.replicas };
  }

  /** @internal */
  public _problems(): readonly Finding[] {
    const { podProblems, attachedProblems } = judgement();
    const parts = this.parts();
    const ports = this.ports();
    const exposed = parts.containers.length === 0 ? [] : this.exposures.flatMap((exposure) => exposureProblems(exposure, ports));
    const attached = [...parts.containers, ...parts.initContainers].filter((container) => !this.declared.has(container));
    return this.declaration.findings(ports, this.hasAutoscaler, [...podProblems(parts), ...exposed, ...attachedProblems(attached)]);
  }

  /** @internal */
  public _besides(scaled: ReadonlySet<string>): readonly Finding[] {
    return this.scaled || scaled.has(judgement().scaleTarget(this.metadata.namespace, this.name)) ? [] : this.declaration.unscaled();
  }

  private parts(): PodParts {
    const { containers, initContainers, volumes } = this;
    return { containers, initContainers, volumes, claims: [...this.claims.values(), ...this.doubles], extended: [...this.extras.keys()] };
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

  private remember(call: string, cont: kplus.ContainerProps, add: (props: kplus.ContainerProps) => kplus.Container): kplus.Container {
    const { container, said, problems } = tolerantly(call, cont, (props) => add(withoutLimits(props)));
    this.declared.set(container, said);
    this.declaration.report(...problems);
    this.registry.changed();
    return container;
  }

  private ports(appProtocols: { [name: string]: string } = {}): ServicePort[] {
    const sidecars = this.initContainers.filter((c) => c.restartPolicy !== undefined);
    return publishedPorts([...this.containers, ...sidecars].flatMap((c) => c.ports), appProtocols);
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
      minReadySeconds: wholeSeconds(props.minReady)?.toSeconds(),
      revisionHistoryLimit: props.revisionHistoryLimit,
      retention: props.claimRetention,
      selector: this.labelSelector(),
      template: { metadata: { labels: podLabels, annotations }, spec: this.podSpec() },
      claims: [...this.claims.values()].map((claim) => claim._toTemplate()),
    });
  }

  /** The pod spec of cdk8s-plus. */
  private rendered(): any {
    try {
      return this._toPodSpec();
    } catch (e) {
      throw judgement().podProblems(this.parts()).length > 0 ? new AlreadyReported() : e;
    }
  }

  private podSpec(): any {
    const { props } = this;
    const json = wire(this.rendered());
    const several = this.replicas > 1 || this.hasAutoscaler;
    const spread = props.spread ?? (this.recommended && several ? Spread.soft() : Spread.none());
    const inputs = (containers: kplus.Container[], rendered: any[] | undefined): ContainerInput[] => containers.map((container, i) => {
      const said = this.declared.get(container);
      return {
        json: rendered![i],
        declared: said && { props: said },
        extras: this.extras.get(container) ?? {},
        devices: [...this.claims.values(), ...this.doubles].flatMap((claim) => claim._devicesOf(container)),
      };
    });
    return podSpec({
      json,
      props,
      recommended: this.recommended,
      identityEnv: this.recommended || this.declaration.use.ownIdentity,
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
