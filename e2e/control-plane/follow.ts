import { createInterface } from 'readline';
import { ApiClient } from './api-client';
import { KubernetesObject } from './resource-paths';
import { pause } from '../process/wait';

export type Change = 'ADDED' | 'MODIFIED' | 'DELETED';

/** Told of every object there is, and then of every change. */
export type Follower = (object: KubernetesObject, change: Change) => void;

/** A list and a watch behind it, renewed when the server ends it, until it is stopped or its client is closed. */
export class Follow {
  /**
   * Starts to follow a collection; the first list has been told when this returns.
   *
   * @param path of the collection, without a query
   */
  public static async start(client: ApiClient, path: string, follower: Follower): Promise<Follow> {
    const follow = new Follow(client, path, follower);
    const version = await follow.list();
    void follow.run(version);
    return follow;
  }

  private readonly known = new Map<string, KubernetesObject>();
  private stopped = false;

  private constructor(private readonly client: ApiClient, private readonly path: string, private readonly follower: Follower) {}

  public stop(): void {
    this.stopped = true;
  }

  private async list(): Promise<string> {
    const { kind, apiVersion, items, metadata } = await this.client.get(this.path);
    const there = new Set(items.map((item: KubernetesObject) => item.metadata.uid));
    // What has gone while nobody watched.
    for (const [uid, object] of this.known) if (!there.has(uid)) this.tell(object, 'DELETED');
    for (const item of items) this.tell({ ...item, apiVersion, kind: kind.replace(/List$/, '') }, 'ADDED');
    return metadata.resourceVersion;
  }

  private tell(object: KubernetesObject, change: Change): void {
    if (this.stopped) return;
    if (change === 'DELETED') this.known.delete(object.metadata.uid);
    else this.known.set(object.metadata.uid, object);
    this.follower(object, change);
  }

  private async run(from: string): Promise<void> {
    for (let version: string | undefined = from; !this.stopped && !this.client.isClosed;) {
      try {
        version ??= await this.list();
        version = await this.watch(version);
      } catch {
        // The server is going away, or the version is too old: the next list or the caller's own wait will tell.
        version = undefined;
        await pause(200);
      }
    }
  }

  /** @returns the version to go on from, or undefined if it must be listed again */
  private async watch(from: string): Promise<string | undefined> {
    let version: string | undefined = from;
    const answer = await this.client.open(`${this.path}?watch=true&resourceVersion=${version}`);
    for await (const line of createInterface({ input: answer })) {
      const { type, object } = JSON.parse(line);
      if (type === 'ERROR') return undefined;
      version = object.metadata.resourceVersion;
      if (this.stopped) break;
      if (type !== 'BOOKMARK') this.tell(object, type);
    }
    answer.destroy();
    return version;
  }
}
