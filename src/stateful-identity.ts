import { POD_INDEX_MINOR, POD_NAME_ENV, POD_ORDINAL_ENV } from './identity/labels';
import { Names, claimName, hostFqdn, peerFqdn, peerServiceName, peerShortNames, podName, serviceFqdn, shortNames, srvName } from './identity/names';
import { ordinals } from './identity/ordinals';
import { stableId, stableUuid } from './identity/stable-id';
import { Target, fill, knownMember, ownByEnv, ownByShell, peerPlaceholder, templateProblems } from './identity/template';
import { IdentityWatch, Refusal } from './identity/watch';
import { PeerSelection, PeersOptions } from './peers';

/** What the identities of a set are computed from. */
export interface StatefulIdentityProps {
  /** `metadata.name` of the StatefulSet. */
  readonly setName: string;
  /** `spec.serviceName`: name of the headless Service. */
  readonly serviceName: string;
  /**
   * Namespace of the set.
   *
   * @default 'default'
   */
  readonly namespace?: string;
  /**
   * The kubelet's `--cluster-domain`.
   *
   * @default 'cluster.local'
   */
  readonly clusterDomain?: string;
  /**
   * `spec.ordinals.start`.
   *
   * @default 0
   */
  readonly start?: number;
  /** Number of pods that always exist. */
  readonly replicas: number;
  /**
   * Number of pods that may exist, for an autoscaled set.
   *
   * @default - replicas
   */
  readonly maxReplicas?: number;
  /**
   * Number of members of the first start.
   *
   * @default - replicas
   */
  readonly bootstrapSize?: number;
  /**
   * Whether peer lists name the members of the first start unless told otherwise.
   *
   * @default false
   */
  readonly bootstrapTogether?: boolean;
  /**
   * Names of `volumeClaimTemplates`.
   *
   * @default - none
   */
  readonly claims?: string[];
  /**
   * Minor version of Kubernetes 1.x; pods carry their ordinal in a label from 28 on.
   *
   * @default 28
   */
  readonly kubernetesMinor?: number;
  /**
   * Whether each pod has a Service of its own beside the headless one: `<set>-<ordinal>-peer`.
   *
   * @default false
   */
  readonly peerServices?: boolean;
}

/** The names of one pod, which survive its replacement. */
export class PodIdentity {
  /** @internal */
  public static _of(identity: StatefulIdentity, ordinal: number): PodIdentity {
    return new PodIdentity(identity, ordinal);
  }

  /** Pod name: `<set>-<ordinal>`. */
  public readonly name: string;
  /** What `hostname` prints in the pod. */
  public readonly hostname: string;
  /** `<name>.<service>.<namespace>.svc.<cluster domain>`. */
  public readonly fqdn: string;
  /** Shorter names that resolve from pods of the same namespace (the first) or cluster, shortest first. */
  public readonly shortNames: string[];
  /** Names of the pod's claims: `<claim>-<set>-<ordinal>`. */
  public readonly claims: string[];

  private constructor(private readonly of: StatefulIdentity, /** The ordinal. */ public readonly ordinal: number) {
    this.name = podName(of.setName, ordinal);
    this.hostname = this.name;
    this.fqdn = hostFqdn(of._names, this.name);
    this.shortNames = shortNames(of._names, this.name);
    this.claims = of.claims.map((claim) => claimName(claim, of.setName, ordinal));
  }

  /**
   * Name of the pod's own Service, `<set>-<ordinal>-peer`: resolves from pods of the same namespace, and is `{peer}` in a
   * template. Its address is there before the pod and stays when the pod is replaced.
   *
   * @throws if the set has no peer Services; an identity of a workload reports that at synth instead
   * @see StatefulWorkload.addPeerServices
   */
  public get peerName(): string {
    this.of._asksForPeers(`peerName of pod ${this.ordinal}`);
    return peerServiceName(this.name);
  }

  /**
   * `<set>-<ordinal>-peer.<namespace>.svc.<cluster domain>`, the `{peerFqdn}` of a template: one label shorter than `fqdn`, as it
   * stands beside the headless Service and not below it.
   *
   * @throws if the set has no peer Services; an identity of a workload reports that at synth instead
   * @see StatefulWorkload.addPeerServices
   */
  public get peerFqdn(): string {
    this.of._asksForPeers(`peerFqdn of pod ${this.ordinal}`);
    return peerFqdn(this.of._names, this.name);
  }

  /** 128 bits derived from the FQDN, base64url, 22 characters: a Kafka directory id. */
  public get id(): string {
    return stableId(this.fqdn);
  }

  /** The same 128 bits as a UUID. */
  public get uuid(): string {
    return stableUuid(this.fqdn);
  }

  /**
   * `<scheme>://<fqdn>:<port>`.
   *
   * @param scheme for example `tcp` or `https`
   * @param port port number
   */
  public url(scheme: string, port: number): string {
    return `${scheme}://${this.fqdn}:${port}`;
  }

  /**
   * A template with this pod's names in it; see `StatefulIdentity.peers`.
   *
   * @param template for example `{name}=https://{fqdn}:2380`
   * @throws if the template has an unknown placeholder; an identity of a workload reports that at synth instead
   */
  public format(template: string): string {
    return this._format(template, 'format');
  }

  /** @internal */
  public _format(template: string, field: string): string {
    return this.of._fill(template, knownMember(this.of._names, this.ordinal), field);
  }
}

/** Every name of a StatefulSet, known before anything runs. */
export class StatefulIdentity {
  /** Name of the StatefulSet. */
  public readonly setName: string;
  /** Name of the headless Service. */
  public readonly serviceName: string;
  /** Namespace that the names are in. */
  public readonly namespace: string;
  /** Cluster domain. */
  public readonly clusterDomain: string;
  /** Names of the claim templates. */
  public readonly claims: string[];
  /** Ordinals of the pods that always exist, ascending. */
  public readonly ordinals: number[];
  /** Ordinals of the members of the first start, ascending. */
  public readonly bootstrapOrdinals: number[];
  /** @internal */
  public readonly _names: Names;
  /** Told of every name that is handed out; without it what has no answer is thrown. @internal */
  public _watch?: IdentityWatch;
  /** The lowest ordinal. @internal */
  public readonly _start: number;
  /** Ordinals of the pods that may exist, ascending. @internal */
  public readonly _possible: readonly number[];
  private readonly listed: PeerSelection;
  private readonly ordinalEnv?: string;
  private readonly peerServices: boolean;

  public constructor(props: StatefulIdentityProps) {
    this.setName = props.setName;
    this.serviceName = props.serviceName;
    this.namespace = props.namespace ?? 'default';
    this.clusterDomain = props.clusterDomain ?? 'cluster.local';
    this.claims = [...props.claims ?? []];
    this._names = { set: this.setName, service: this.serviceName, namespace: this.namespace, domain: this.clusterDomain };
    const start = this._start = props.start ?? 0;
    this.ordinals = ordinals(start, props.replicas);
    this._possible = ordinals(start, Math.max(props.replicas, props.maxReplicas ?? 0));
    this.bootstrapOrdinals = ordinals(start, props.bootstrapSize ?? props.replicas);
    this.listed = props.bootstrapTogether ? PeerSelection.bootstrap() : PeerSelection.all();
    this.ordinalEnv = (props.kubernetesMinor ?? POD_INDEX_MINOR) >= POD_INDEX_MINOR ? POD_ORDINAL_ENV : undefined;
    this.peerServices = props.peerServices ?? false;
  }

  /** `<service>.<namespace>.svc.<cluster domain>`: every published pod. */
  public get serviceFqdn(): string {
    return serviceFqdn(this._names);
  }

  /** The pods that may exist, by ascending ordinal. */
  public get pods(): PodIdentity[] {
    return this._possible.map((ordinal) => PodIdentity._of(this, ordinal));
  }

  /**
   * The pod of one ordinal.
   *
   * @param ordinal start … start + replicas − 1
   * @throws if the set has no pod of that ordinal; an identity of a workload reports that at synth instead
   */
  public pod(ordinal: number): PodIdentity {
    return this._pod(ordinal, `identity.pod(${ordinal})`);
  }

  /** @internal */
  public _pod(ordinal: number, field: string): PodIdentity {
    this.expect(ordinal, field, 'so the name never resolves');
    return PodIdentity._of(this, ordinal);
  }

  /** Whether a pod of this ordinal exists, may exist or existed at the first start. @internal */
  public _has(ordinal: number): boolean {
    const count = Math.max(this._possible.length, this.bootstrapOrdinals.length);
    return Number.isInteger(ordinal) && ordinal >= this._start && ordinal < this._start + count;
  }

  /**
   * SRV name of a named port: `_<port>._<protocol>.<service fqdn>`. An identity of a workload checks at synth that a container
   * has the port.
   *
   * @param port name of the container port
   * @param protocol `TCP` by default
   */
  public srv(port: string, protocol: string = 'TCP'): string {
    this._watch?.srv(port, protocol);
    return srvName(this._names, port, protocol);
  }

  /**
   * A list of members in the syntax of any system.
   *
   * Placeholders: `{name}` pod name, `{host}` `<pod>.<service>`, `{fqdn}`, `{ordinal}`, `{ordinal+1}` (any offset),
   * `{service}`, `{serviceFqdn}`, `{namespace}`, `{id}` and `{uuid}` 128 bits derived from the FQDN, `{peer}` and
   * `{peerFqdn}` the pod's own Service (`addPeerServices`). Other braces stay.
   *
   * | system | template | separator |
   * |---|---|---|
   * | etcd | `{name}=https://{fqdn}:2380` | `,` |
   * | ZooKeeper | `server.{ordinal+1}={fqdn}:2888:3888;2181` | line feed |
   * | Kafka | `{ordinal}@{fqdn}:9093` | `,` |
   * | Elasticsearch | `{name}` and `{fqdn}:9300` | `,` |
   * | MongoDB | `{"_id":{ordinal},"host":"{fqdn}:27017"}` | `,` |
   * | Redis Cluster | `{fqdn}:6379` | space |
   *
   * @param template text for one member
   * @param options separator and selection
   * @throws if the template is empty or has an unknown placeholder, if the selection is none or has an ordinal that the set
   * does not have, or if the set has no members; an identity of a workload reports that at synth instead
   */
  public peers(template: string, options: PeersOptions = {}): string {
    return this.list('peers', template, options).join(options.separator ?? ',');
  }

  /**
   * The same as a list of texts.
   *
   * @param template text for one member
   * @param options selection
   */
  public peerList(template: string, options: PeersOptions = {}): string[] {
    return this.list('peerList', template, options);
  }

  /**
   * The same as a JSON list of texts.
   *
   * @param template text for one member
   * @param options selection
   */
  public peersJson(template: string, options: PeersOptions = {}): string {
    return JSON.stringify(this.list('peersJson', template, options));
  }

  /**
   * A template that each pod fills for itself, for `command`, `args` and env values: `{name}` becomes `$(POD_NAME)`, which
   * the kubelet expands without a shell. `{ordinal}` needs Kubernetes 1.28: before, no label of the pod has the ordinal, and the
   * kubelet cannot cut it out of the name; `selfShell` can.
   *
   * @param template for example `https://{fqdn}:2380`
   * @throws if the template asks for what the kubelet cannot know; an identity of a workload reports that at synth instead
   */
  public self(template: string): string {
    this._watch?.own();
    return this._fill(template, ownByEnv(this._names, POD_NAME_ENV, this.ordinalEnv), 'self');
  }

  /**
   * A template that each pod fills for itself in a POSIX shell: `{name}` becomes `${POD_NAME}`, `{ordinal+1}` arithmetic. It needs
   * no label, so it works on every version of Kubernetes.
   *
   * @param template for example `server-id={ordinal+100}`
   * @throws if the template asks for what a shell cannot know; an identity of a workload reports that at synth instead
   */
  public selfShell(template: string): string {
    this._watch?.own();
    return this._fill(template, ownByShell(this._names, POD_NAME_ENV), 'selfShell');
  }

  /**
   * Subject alternative names for one certificate of all members: the governing name, then each pod's names, and those of
   * its own Service where the set has peer Services.
   *
   * Every FQDN is listed: some servers (etcd) check a wildcard by a reverse lookup of the peer's address. The headless
   * names are needed beside peer Services too: the address that a connection comes from is the pod's.
   */
  public tlsNames(): string[] {
    this._watch?.derived('the names of a certificate', false);
    this._watch?.certificate();
    const service = [this.serviceName, `${this.serviceName}.${this.namespace}`, `${this.serviceName}.${this.namespace}.svc`, this.serviceFqdn];
    const own = (pod: PodIdentity) => this.peerServices ? [...peerShortNames(this._names, pod.name), pod.peerFqdn] : [];
    return [...service, ...this.pods.flatMap((pod) => [pod.name, ...pod.shortNames, pod.fqdn, ...own(pod)])];
  }

  /** 128 bits derived from the set's name, base64url: a Kafka cluster id. */
  public get clusterId(): string {
    return stableId(`${this.setName}.${this.serviceFqdn}`);
  }

  /** @internal */
  public _fill(template: string, target: Target, field: string): string {
    const problems = templateProblems(template, target);
    if (problems.length > 0) this.template(field, `template ${JSON.stringify(template)}: ${problems.join('; ')}`, 'correct the template as the message says');
    const asked = peerPlaceholder(template);
    if (asked !== undefined) this._asksForPeers(`${asked} in template ${JSON.stringify(template)}`);
    return fill(template, target);
  }

  /** A workload may still declare its peer Services; an identity that stands alone cannot. @internal */
  public _asksForPeers(what: string): void {
    this._watch?.peer(what);
    if (this._watch || this.peerServices) return;
    throw new Error(`${what}: StatefulSet ${this.setName} has no peer Services, so the name never resolves; say peerServices: true and render them`);
  }

  private list(field: string, template: string, options: PeersOptions): string[] {
    const { pick, named = [], otherwise = 'so the name never resolves', bootstrap = false, problem } = (options.members ?? this.listed)._choice;
    this._watch?.derived(`the peer list ${JSON.stringify(template)}`, bootstrap);
    if (template.trim() === '') this.template(field, 'the template is empty: the list would be separators and nothing else', 'write the text for one member, for example {fqdn}');
    if (problem) this.template(field, `${problem}: the list would be empty or lack members`, 'select at least one member');
    if (this.ordinals.length === 0) {
      this.refuse({
        ruleId: 'peer-list-empty',
        field,
        message: `StatefulSet ${this.setName} has no pods: the list would be empty, and whoever reads it stands alone`,
        fix: 'write replicas: 1 or more; to park a set, scale it to 0 in the cluster and leave its declaration',
      });
    } else {
      for (const ordinal of named) this.expect(ordinal, field, otherwise);
    }
    return pick(this.ordinals, this.bootstrapOrdinals).map((ordinal) => PodIdentity._of(this, ordinal)._format(template, field));
  }

  private template(field: string, message: string, fix: string): void {
    this.refuse({ ruleId: 'peer-template', field, message, fix });
  }

  private expect(ordinal: number, field: string, otherwise: string): void {
    if (this._has(ordinal)) return;
    const [first, last] = [this._possible[0], this._possible[this._possible.length - 1]];
    this.refuse({
      ruleId: 'ordinal-unknown',
      field,
      message: `StatefulSet ${this.setName} has no pod of ordinal ${ordinal}: it has ${first === undefined ? 'no pods' : `ordinals ${first} to ${last}`}, ${otherwise}`,
      fix: first === undefined ? 'write replicas: 1 or more' : `write an ordinal from ${first} to ${last}`,
    });
  }

  private refuse(refusal: Refusal): void {
    if (!this._watch) throw new Error(`${refusal.message}; ${refusal.fix}`);
    this._watch.refused(refusal);
  }
}
