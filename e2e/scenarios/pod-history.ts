import { Context } from './context';
import { Pod, podOf } from './pod';
import { Change, Follow } from '../control-plane/follow';
import { KubernetesObject } from '../control-plane/resource-paths';
import { waitFor } from '../process/wait';

/** Seconds by which a watch may be late on a busy machine. */
const LIMIT = 30;

export type Happened = 'created' | 'ready' | 'ending' | 'deleted';

/** What has happened to the pods of a set, in the order of the API server. */
export class PodHistory {
  /**
   * Begins to watch, until the end of the scenario at the latest.
   *
   * @param set name of the StatefulSet
   * @param endings whether `ending 0` is told too, when a pod is asked to end
   */
  public static async start(context: Pick<Context, 'client' | 'path' | 'atEnd'>, set: string, endings = false): Promise<PodHistory> {
    const history = new PodHistory(set, endings);
    context.atEnd(async () => history.stop());
    history.follow = await Follow.start(context.client, context.path('pods'), (object, change) => history.see(object, change));
    // What was there before is no news.
    history.events.length = 0;
    return history;
  }

  /** For example `created 0`, `ready 0`. */
  public readonly events: string[] = [];
  private readonly wereReady = new Set<string>();
  private readonly wereEnding = new Set<string>();
  private follow?: Follow;

  private constructor(private readonly set: string, private readonly endings: boolean) {}

  /**
   * Ends to watch when so many events have been told: the watch is a moment later than a GET.
   *
   * @throws with the events so far, where they are fewer in the end
   */
  public async told(events: number, seconds = LIMIT): Promise<readonly string[]> {
    await waitFor(`the watch to tell of ${events} events`, seconds, () => {
      if (this.events.length < events) throw new Error(this.events.join(', ') || 'no event');
      return true;
    });
    return this.stop();
  }

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
    if (this.endings && pod.ending && !this.wereEnding.has(pod.uid)) {
      this.wereEnding.add(pod.uid);
      this.tell('ending', pod);
    }
    if (!pod.ready || this.wereReady.has(pod.uid)) return;
    this.wereReady.add(pod.uid);
    this.tell('ready', pod);
  }

  private tell(happened: Happened, { ordinal }: Pod): void {
    this.events.push(`${happened} ${ordinal}`);
  }
}

/** What happens when pods are replaced, each when the one before is ready. */
export function replacedInOrder(ordinals: readonly number[]): string[] {
  return ordinals.flatMap((ordinal) => [`deleted ${ordinal}`, `created ${ordinal}`, `ready ${ordinal}`]);
}
