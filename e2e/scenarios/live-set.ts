import { Context, Rendered } from './context';
import { DATA } from './member-set';
import { Pod, podOf } from './pod';
import { PodHistory } from './pod-history';
import { StatefulIdentity, StatefulWorkload } from '../../src';
import { ApiError } from '../control-plane/api-error';
import { KubernetesObject } from '../control-plane/resource-paths';

/** Seconds until a small pod has started, on a machine that is busy with other things. */
const POD = 60;

/** A set of this library that runs in a cluster. */
export class LiveSet {
  /** Applies it, and waits until every pod is ready. */
  public static async start(context: Context, rendered: Rendered<StatefulWorkload>): Promise<LiveSet> {
    const set = await LiveSet.apply(context, rendered);
    await set.whenStarted();
    return set;
  }

  /** Applies it and waits for nothing. */
  public static async apply(context: Context, rendered: Rendered<StatefulWorkload>): Promise<LiveSet> {
    const set = new LiveSet(context, rendered.declared);
    await context.apply(rendered);
    return set;
  }

  /** The names, as this library computes them. */
  public readonly identity: StatefulIdentity;
  private readonly name: string;
  private replicas: number;

  private constructor(private readonly context: Context, workload: StatefulWorkload) {
    this.identity = workload.identity;
    this.name = workload.statefulSet.name;
    this.replicas = workload.replicas;
  }

  /** The pods, by ordinal, those that are about to go included. */
  public async pods(): Promise<Pod[]> {
    const { items } = await this.context.client.get(this.context.path('pods'));
    return items.filter((item: KubernetesObject) => this.owns(item)).map(podOf).sort((one: Pod, other: Pod) => one.ordinal - other.ordinal);
  }

  public async pod(ordinal: number): Promise<Pod> {
    const found = (await this.pods()).find((each) => each.ordinal === ordinal);
    if (!found) throw new Error(`there is no pod ${this.name}-${ordinal}`);
    return found;
  }

  /** The StatefulSet, as the API server has it. */
  public object(): Promise<KubernetesObject> {
    return this.context.client.get(this.context.path(`apps/v1/statefulsets/${this.name}`));
  }

  /**
   * What happens to its pods from now on.
   *
   * @param endings whether it tells too when a pod is asked to end
   */
  public follow(endings = false): Promise<PodHistory> {
    return PodHistory.start(this.context, this.name, endings);
  }

  /**
   * Waits for what `whenComplete` waits for, before anything can be shown.
   *
   * @throws NotStarted
   */
  public whenStarted(): Promise<readonly Pod[]> {
    return this.context.started(...this.completeness());
  }

  /** Waits until all pods of the wanted size are ready, and none is about to go. */
  public whenComplete(seconds?: number): Promise<readonly Pod[]> {
    return this.context.until(...this.completeness(seconds));
  }

  /** Waits until a pod was replaced by another one of its name that is ready. */
  public whenReplaced({ name, ordinal, uid }: Pod, seconds = POD): Promise<Pod> {
    return this.context.until(`${name} to be ready again`, seconds, async () => {
      const now = (await this.pods()).find((each) => each.ordinal === ordinal);
      return now && now.uid !== uid && now.ready && !now.ending && now;
    });
  }

  /** Deletes a pod, as a user or a controller does. */
  public async remove({ name }: Pod): Promise<void> {
    await this.context.client.delete(this.context.path(`pods/${name}`));
  }

  /** What the Eviction API says: 201, or 429 if a budget is in the way. */
  public evict({ name }: Pod): Promise<201 | 429> {
    const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace: this.context.namespace } };
    return this.context.client.post(this.context.path(`pods/${name}/eviction`), eviction).then(() => 201, (error) => {
      if (error instanceof ApiError && error.code === 429) return 429;
      throw error;
    });
  }

  /** Changes `spec.replicas` alone, as `kubectl scale` does. */
  public async scale(replicas: number): Promise<void> {
    this.replicas = replicas;
    await this.context.client.patch(this.context.path(`apps/v1/statefulsets/${this.name}/scale`), { spec: { replicas } });
  }

  /** The volume of each claim, by its name. */
  public async volumes(): Promise<Readonly<Record<string, string>>> {
    const { items } = await this.context.client.get(this.context.path('persistentvolumeclaims'));
    return Object.fromEntries(items.map(({ metadata, spec }: KubernetesObject) => [metadata.name, spec.volumeName]));
  }

  /** What stands in a file of a pod's volume. */
  public async read({ name }: Pod, file: string): Promise<string> {
    return (await this.context.exec(name, ['cat', `${DATA}/${file}`])).trim();
  }

  public async write({ name }: Pod, file: string, text: string): Promise<void> {
    await this.context.exec(name, ['sh', '-c', 'printf "%s" "$1" > "$2" && sync', 'write', text, `${DATA}/${file}`]);
  }

  private completeness(seconds = POD * this.replicas): [string, number, () => Promise<readonly Pod[] | false>] {
    const { name, replicas } = this;
    return [`${replicas} pods of ${name} to be ready`, seconds, async () => {
      const { metadata, status } = await this.object();
      const pods = await this.pods();
      const seen = status.observedGeneration === metadata.generation;
      return seen && pods.length === replicas && pods.every(({ ready, ending }) => ready && !ending) && pods;
    }];
  }

  private owns({ metadata }: KubernetesObject): boolean {
    return metadata.ownerReferences?.some(({ kind, name }: any) => kind === 'StatefulSet' && name === this.name) ?? false;
  }
}
