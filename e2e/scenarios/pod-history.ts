import { Pod, podOf } from './pod';
import { ApiClient } from '../control-plane/api-client';
import { Change, Follow } from '../control-plane/follow';
import { KubernetesObject } from '../control-plane/resource-paths';

export type Happened = 'created' | 'ready' | 'deleted';

/** What has happened to the pods of a set, in the order of the API server. */
export class PodHistory {
  /**
   * Begins to watch.
   *
   * @param path of the pods, with their selector left out
   * @param set name of the StatefulSet
   */
  public static async start(client: ApiClient, path: string, set: string): Promise<PodHistory> {
    const history = new PodHistory(set);
    history.follow = await Follow.start(client, path, (object, change) => history.see(object, change));
    // What was there before is no news.
    history.events.length = 0;
    return history;
  }

  /** For example `created 0`, `ready 0`. */
  public readonly events: string[] = [];
  private readonly wereReady = new Set<string>();
  private follow?: Follow;

  private constructor(private readonly set: string) {}

  /** Ends to watch. */
  public stop(): readonly string[] {
    this.follow?.stop();
    return this.events;
  }

  /** @param object as the watch tells it */
  public see(object: KubernetesObject, change: Change): void {
    if (!object.metadata.ownerReferences?.some(({ kind, name }: any) => kind === 'StatefulSet' && name === this.set)) return;
    const pod = podOf(object);
    if (change === 'DELETED') return this.tell('deleted', pod);
    if (change === 'ADDED') this.tell('created', pod);
    if (!pod.ready || this.wereReady.has(pod.uid)) return;
    this.wereReady.add(pod.uid);
    this.tell('ready', pod);
  }

  private tell(happened: Happened, { ordinal }: Pod): void {
    this.events.push(`${happened} ${ordinal}`);
  }
}
