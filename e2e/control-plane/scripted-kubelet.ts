import { kubelet, SCHEDULER } from './access';
import { podAddress } from './addresses';
import { ApiClient } from './api-client';
import { isGone } from './api-error';
import { ControlPlane } from './control-plane';
import { Follow } from './follow';
import { NodeHeartbeat } from './node-heartbeat';
import { runningStatus } from './pod-status';
import { KubernetesObject } from './resource-paths';
import { Ended } from '../process/wait';

interface Started {
  readonly address: string;
  ready: boolean;
  /** Whether the API server knows. */
  reported: boolean;
}

/**
 * A node without containers: it binds every pod to itself, reports it as running with an address of its own, and
 * removes it when it is deleted. The real controllers do their work on that. A pod of the same name that is created
 * again gets another address, as in a cluster.
 */
export class ScriptedKubelet {
  /** @param node one of those that the control plane was started with */
  public static async start(plane: ControlPlane, node: string = 'node-0'): Promise<ScriptedKubelet> {
    const scripted = new ScriptedKubelet(plane, node);
    await scripted.heartbeat.start();
    // As the scheduler, who may see every pod: since 1.32 a kubelet may list those of its node alone.
    scripted.follow = await Follow.start(scripted.scheduler, '/api/v1/pods', (pod, change) => scripted.see(pod, change));
    return scripted;
  }

  /** The latest state of each pod, by `namespace/name`. */
  private readonly pods = new Map<string, KubernetesObject>();
  /** By uid. */
  private readonly started = new Map<string, Started>();
  private readonly held = new Set<string>();
  private readonly kept = new Set<string>();
  /** The work on each pod, one step after the other. */
  private readonly work = new Map<string, Promise<void>>();
  private readonly kubelet: ApiClient;
  private readonly scheduler: ApiClient;
  private readonly heartbeat: NodeHeartbeat;
  private follow?: Follow;
  private addresses = 0;
  private failure?: Ended;

  private constructor(plane: ControlPlane, private readonly node: string) {
    this.kubelet = plane.clientOf(kubelet(node));
    this.scheduler = plane.clientOf(SCHEDULER);
    this.heartbeat = new NodeHeartbeat(this.kubelet, node);
  }

  /** From now on a new pod of this name is bound, but does not start. */
  public hold(namespace: string, pod: string): void {
    this.held.add(`${namespace}/${pod}`);
  }

  /** From now on a pod of this name that is deleted takes its time to stop. */
  public keep(namespace: string, pod: string): void {
    this.kept.add(`${namespace}/${pod}`);
  }

  /** Starts a pod that was held, or removes one that was kept; the promise ends when the API server knows. */
  public release(namespace: string, pod: string): Promise<void> {
    this.held.delete(`${namespace}/${pod}`);
    this.kept.delete(`${namespace}/${pod}`);
    return this.step(`${namespace}/${pod}`);
  }

  /** Reports a running pod as ready or not. */
  public async setReady(namespace: string, pod: string, ready: boolean): Promise<void> {
    const object = this.pods.get(`${namespace}/${pod}`);
    const started = object && this.started.get(object.metadata.uid);
    if (!object || !started?.reported) throw new Error(`the pod ${namespace}/${pod} does not run; wait for address() first`);
    started.ready = ready;
    await this.report(object, started);
  }

  /**
   * Whether the pod is bound to the node and waits for `release`.
   *
   * @throws the first error that was met since the start
   */
  public waits(namespace: string, pod: string): boolean {
    if (this.failure) throw this.failure;
    const object = this.pods.get(`${namespace}/${pod}`);
    return object?.spec.nodeName !== undefined && !object.metadata.deletionTimestamp && !this.started.has(object.metadata.uid);
  }

  /**
   * Address of a running pod.
   *
   * @throws the first error that was met since the start
   */
  public address(namespace: string, pod: string): string | undefined {
    if (this.failure) throw this.failure;
    const object = this.pods.get(`${namespace}/${pod}`);
    const started = object && !object.metadata.deletionTimestamp ? this.started.get(object.metadata.uid) : undefined;
    return started?.reported ? started.address : undefined;
  }

  /** @throws the first error that was met since the start */
  public async stop(): Promise<void> {
    this.follow?.stop();
    this.heartbeat.stop();
    await Promise.all(this.work.values());
    if (this.failure) throw this.failure;
  }

  private see(pod: KubernetesObject, change: string): void {
    const key = `${pod.metadata.namespace}/${pod.metadata.name}`;
    if (change === 'DELETED') {
      this.started.delete(pod.metadata.uid);
      if (this.pods.get(key)?.metadata.uid === pod.metadata.uid) this.pods.delete(key);
      return;
    }
    this.pods.set(key, pod);
    void this.step(key);
  }

  private step(key: string): Promise<void> {
    const next = (this.work.get(key) ?? Promise.resolve()).then(() => this.sync(key)).catch((error) => {
      if (!isGone(error)) this.failure ??= new Ended(`the kubelet of ${this.node} and the pod ${key}: ${error.message}`);
    });
    this.work.set(key, next);
    return next;
  }

  private async sync(key: string): Promise<void> {
    const pod = this.pods.get(key);
    if (!pod) return;
    const { metadata: { name, namespace, uid, deletionTimestamp }, spec } = pod;
    const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
    if (deletionTimestamp) {
      if (spec.nodeName === this.node && !this.kept.has(key)) await this.kubelet.delete(path, { gracePeriodSeconds: 0, preconditions: { uid } });
    } else if (!spec.nodeName) {
      await this.scheduler.post(`${path}/binding`, { apiVersion: 'v1', kind: 'Binding', metadata: { name }, target: { apiVersion: 'v1', kind: 'Node', name: this.node } });
    } else if (spec.nodeName === this.node && !this.started.has(uid) && !this.held.has(key)) {
      const started = { address: podAddress(this.addresses++), ready: true, reported: false };
      this.started.set(uid, started);
      await this.report(pod, started);
    }
  }

  private async report(pod: KubernetesObject, started: Started): Promise<void> {
    const { name, namespace } = pod.metadata;
    const status = runningStatus(pod, started.address, started.ready, new Date().toISOString());
    await this.kubelet.patch(`/api/v1/namespaces/${namespace}/pods/${name}/status`, { status });
    started.reported = true;
  }
}
