import { join, resolve } from 'path';
import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { ClusterContext } from './cluster-context';
import type { Advice, AdviceRefusal } from './cluster-dns/advice';
import type { Format } from './cluster-dns/deliver';
import type { KubernetesObject } from './cluster-dns/delivery/rendered';
import { CoreDnsPatchProps } from './core-dns-patch-props';
import { dnsEngine } from './private/dns-engine';
import { dnsQuestion, serviceOf, workloadsBelow } from './private/dns-question';
import { isWithin, writeAll } from './private/files';
import { Registry } from './private/registry';

interface Outcome {
  readonly members: number;
  readonly advice?: Advice;
  readonly refusals: readonly AdviceRefusal[];
}

/** The patches of each tree, in construction order. */
const patches = new WeakMap<IConstruct, CoreDnsPatch[]>();

/**
 * The change of the cluster's DNS with which members of StatefulSets find each other at once.
 *
 * CoreDNS remembers that a name does not exist, and which address it had. A peer that is looked up before its pod is
 * there stays invisible, and one that is replaced is looked for at its old address, for 30 s each with the Corefile of
 * kubeadm up to 1.31. This construct explains what a given Corefile does, decides what to do on the cluster's platform,
 * and renders it: a Kubernetes object into its own chart, or the texts below where the platform takes no object. Where
 * nothing is to be done it renders nothing.
 *
 * Put it into a chart of its own, in the app or in another one: it is the one object that needs rights in `kube-system`.
 * It sees the workloads of all charts. Several patches for one cluster must not own one Corefile: let one repository
 * render it and read the names of the others with `services` or `servicesFiles`; on platforms with `coredns-custom`
 * each may have a `key` of its own, applied by server-side apply under a field manager of its own. Two patches of one app
 * that change the same thing fail the synth, unless their platform, its version, the present Corefile or
 * `ClusterContext.CLUSTER` tells that they are for different clusters.
 *
 * What cannot be decided or edited fails the synth, all of it at once, with what to do by hand.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
 * @see https://coredns.io/plugins/cache/
 * @example
 *
 * const dns = new Chart(app, 'cluster-dns');
 * const patch = new CoreDnsPatch(dns, 'coredns', {
 *   platform: DnsPlatform.kubeadm({ kubernetesVersion: '1.29' }),
 *   current: CurrentCorefile.fromFile('coredns.yaml'),
 * });
 * patch.addJsonPatch(JsonPatch.add('/metadata/labels', { team: 'platform' }));
 */
export class CoreDnsPatch extends Construct {
  /**
   * The headless Services of the workloads below a scope, one `<service>.<namespace>` a line, in order of name: what a
   * repository without rights on the cluster's DNS hands to the one that has them (`servicesFiles`).
   *
   * @param scope an app, a chart or any construct
   */
  public static servicesOf(scope: IConstruct): string {
    const names = workloadsBelow(scope).map(serviceOf).map(({ service, namespace }) => `${service}.${namespace}\n`);
    return [...new Set(names)].sort().join('');
  }

  private readonly registry: Registry;
  private readonly ops: JsonPatch[] = [];
  private outcome?: Outcome;
  /** The outcome that the children show. */
  private shown?: Outcome;
  private main?: ApiObject;

  public constructor(scope: Construct, id: string, private readonly props: CoreDnsPatchProps) {
    super(scope, id);
    this.registry = Registry.of(this);
    const all = patches.get(this.node.root) ?? [];
    patches.set(this.node.root, all);
    all.push(this);
    // The last moment before the objects are collected: whatever workload comes before it is seen.
    this.node.addValidation({ validate: () => this.show() });
  }

  /** Whether anything has to be changed. @throws if it is refused */
  public get isNeeded(): boolean {
    return this.advice().kind !== 'nothing';
  }

  /** What the caches do to the members today, one sentence each; empty where no Corefile was given. @throws if it is refused */
  public get today(): string[] {
    return [...this.advice().before?.sentences ?? []];
  }

  /** What they will do after the change. @throws if it is refused */
  public get afterwards(): string[] {
    return [...this.advice().after?.sentences ?? []];
  }

  /** Why this way. @throws if it is refused */
  public get reasons(): string[] {
    return [...this.advice().reasons];
  }

  /** What the change costs, what may undo it, and how long it takes to come alive. @throws if it is refused */
  public get costs(): string[] {
    const { costs, notes, live } = this.advice();
    return [...costs, ...notes, ...live];
  }

  /** The object in the chart; absent where the platform takes none or nothing is to be done. @throws if it is refused */
  public get apiObject(): ApiObject | undefined {
    this.advice();
    this.show();
    return this.main;
  }

  /** The Corefile as it shall be, to the byte; absent where it is not edited. @throws if it is refused */
  public get corefile(): string | undefined {
    return this.advice().edit?.text;
  }

  /** The server block for the key of `coredns-custom`. @throws if it is refused */
  public get serverBlock(): string | undefined {
    return this.advice().serverBlock?.text;
  }

  /**
   * A JSON patch of the ConfigMap whose `test` fails if the Corefile is no longer the one that was given: for
   * `kubectl patch --type json`. @throws if it is refused
   */
  public get jsonPatch(): string | undefined {
    return this.text('json-patch');
  }

  /** A Kustomize component with the same guarded patch. @throws if it is refused */
  public get kustomizePatch(): string | undefined {
    return this.text('kustomize');
  }

  /** A strategic merge patch, which leaves every other key alone. @throws if it is refused */
  public get strategicMergePatch(): string | undefined {
    return this.text('strategic-merge');
  }

  /** `configurationValues` of the EKS add-on, as JSON. @throws if it is refused */
  public get eksConfigurationValues(): string | undefined {
    return this.text('eks-configuration-values');
  }

  /** Values of the CoreDNS Helm chart, as YAML; for RKE2, what its HelmChartConfig holds. @throws if it is refused */
  public get helmValues(): string | undefined {
    return this.text('helm-values');
  }

  /** The part of a kOps cluster spec, as YAML. @throws if it is refused */
  public get kopsSpec(): string | undefined {
    return this.text('kops');
  }

  /** The variable of kubespray, as YAML. @throws if it is refused */
  public get kubesprayVariables(): string | undefined {
    return this.text('kubespray');
  }

  /**
   * Patches the object in the chart, now or when it is made.
   *
   * @param ops operations, in order
   */
  public addJsonPatch(...ops: JsonPatch[]): void {
    this.ops.push(...ops);
    this.main?.addJsonPatch(...ops);
  }

  /**
   * Writes every file that the change can be written as: patches, values, the Corefile itself. All of them or none.
   * Call it after every workload is declared.
   *
   * @param folder outside of the app's output folder, whose files are taken for Kubernetes objects
   * @returns the paths, none where nothing is to be done
   * @throws if the change is refused, another patch changes the same thing, a file was read, or the folder lies in the output folder
   */
  public writeFiles(folder: string): string[] {
    const { outdir } = App.of(this);
    if (isWithin(outdir, folder)) {
      throw new Error(`${folder} lies in the output folder ${outdir}: what is in it is applied as Kubernetes objects, and a patch is none; write to a folder beside it`);
    }
    const files = dnsEngine().deliverAll(this.advice());
    const [collision] = this.collisions();
    if (collision) throw new Error(`[${this.node.path}] ${refusalLine(collision)}`);
    const { current, platform } = this.props;
    const read = [current, platform._options.nodeLocalDns].map((each) => each && resolve(each._name));
    const lost = files.map(({ fileName }) => join(folder, fileName)).find((path) => read.includes(resolve(path)));
    if (lost !== undefined) throw new Error(`${lost} was read, and would be overwritten: the next synth would start from its own result; write to another folder`);
    return files.length === 0 ? [] : writeAll(folder, files);
  }

  private text(format: Format): string | undefined {
    const advice = this.advice();
    const { deliver, formatsOf } = dnsEngine();
    if (!formatsOf(advice.platform.delivery).includes(format)) return undefined;
    // A change of the node cache alone is in these two formats only; elsewhere it is a file of its own.
    const whole = advice.edit !== undefined || format === 'kustomize' || format === 'kops';
    return whole ? deliver(advice, format)[0]?.text : undefined;
  }

  private advice(): Advice {
    const { advice, refusals } = this.decide();
    if (advice === undefined || refusals.length > 0) throw new Error(`[${this.node.path}] the cluster's DNS is not changed:\n  ${refusals.map(refusalLine).join('\n  ')}`);
    return advice;
  }

  /** cdk8s validates an app once for every chart; only another workload calls for another decision. */
  private decide(): Outcome {
    const members = this.registry.size;
    if (this.outcome?.members !== members) {
      const { situation, refusals } = dnsQuestion(this, this.props);
      const advice = situation && dnsEngine().advise(situation);
      this.outcome = { members, advice, refusals: advice?.refusals ?? refusals };
    }
    return this.outcome;
  }

  /** Makes the children what the decision says, and tells what is refused. */
  private show(): string[] {
    const outcome = this.decide();
    if (this.shown !== outcome) {
      this.shown = outcome;
      this.main = undefined;
      for (const { node } of this.node.children) this.node.tryRemoveChild(node.id);
      if (outcome.advice && outcome.refusals.length === 0) this.render(outcome.advice);
    }
    return [...outcome.refusals, ...this.collisions()].map(refusalLine);
  }

  /** What this patch and an earlier one both change, as far as they may be for one cluster: the second apply would undo the first. */
  private collisions(): AdviceRefusal[] {
    const all = patches.get(this.node.root)!;
    const before = all.slice(0, all.indexOf(this));
    const own = before.length > 0 ? this.targets() : new Map<string, string>();
    return before.flatMap((earlier) => {
      const together = Chart.of(this) === Chart.of(earlier);
      const theirs = earlier.targets();
      const [shared] = [...own].find(([what, cluster]) => theirs.has(what) && (together || theirs.get(what) === cluster)) ?? [];
      if (shared === undefined) return [];
      return [{
        code: 'second-patch',
        where: `${earlier.node.path} and ${this.node.path}`,
        message: `both change ${shared}: the one that is applied last undoes the other, or keeps CoreDNS from starting`,
        fix: 'let one patch name all Services; or, if they are for different clusters, give their charts different names of ClusterContext.CLUSTER',
      }];
    });
  }

  /** What is changed, each with what tells clusters apart: one of them has one platform, one version and one present text. */
  private targets(): ReadonlyMap<string, string> {
    const { advice } = this.decide();
    const named = this.node.tryGetContext(ClusterContext.CLUSTER);
    return new Map((advice ? dnsEngine().targets(advice) : []).map(({ what, nodeCache }) => (
      [what, JSON.stringify([named, nodeCache === undefined ? this.known() : nodeCache])])));
  }

  private known(): unknown[] {
    const { platform, current } = this.props;
    const { kubernetesVersion = this.node.tryGetContext(ClusterContext.KUBERNETES_VERSION), coreDnsVersion } = platform._options;
    return [platform._platform.id, kubernetesVersion, coreDnsVersion, current?._read];
  }

  private render(advice: Advice): void {
    const [format] = dnsEngine().formatsOf(advice.platform.delivery);
    const objects = dnsEngine().deliver(advice, format).map(({ object }) => object);
    const front = advice.nodeLocalEdit && objects.pop();
    const [main] = objects;
    if (main) {
      this.main = this.add(main.kind, main);
      this.main.addJsonPatch(...this.ops);
    }
    if (front) this.add('NodeLocalDns', front);
  }

  private add(id: string, { apiVersion, kind, metadata, ...body }: KubernetesObject): ApiObject {
    const { labels, annotations } = metadata;
    const object = new ApiObject(this, id, { apiVersion, kind, metadata: { ...metadata, labels: { ...labels }, annotations: { ...annotations } }, ...body });
    // cdk8s puts the namespace of the chart into every object, and the API server refuses it in one of the cluster.
    if (metadata.namespace === undefined && Chart.of(this).namespace !== undefined) object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    return object;
  }
}

function refusalLine({ code, where, message, fix }: AdviceRefusal): string {
  return `${code}: ${where}: ${message}; ${fix}`;
}
