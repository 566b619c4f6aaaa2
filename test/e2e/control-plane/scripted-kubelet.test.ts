import { PassThrough } from 'stream';
import { ApiError } from '../../../e2e/control-plane/api-error';
import { ControlPlane } from '../../../e2e/control-plane/control-plane';
import { ScriptedKubelet } from '../../../e2e/control-plane/scripted-kubelet';
import { waitFor } from '../../../e2e/process/wait';

interface Pod { metadata: Record<string, any>; spec: Record<string, any>; status?: any }

/** Pods as an API server keeps them: a binding gives them a node, the deletion of a bound one waits for its kubelet. */
class FakeApi {
  public readonly calls: string[] = [];
  public refuse?: ApiError;
  private readonly pods = new Map<string, Pod>();
  private readonly watch = new PassThrough();
  private uid = 0;

  public create(name: string): void {
    const pod: Pod = { metadata: { name, namespace: 'prod', uid: `uid-${++this.uid}`, resourceVersion: '1' }, spec: { containers: [{ name: 'c', image: 'i' }] } };
    this.pods.set(name, pod);
    this.tell('ADDED', pod);
  }

  public markDeleted(name: string): void {
    this.change(name, (pod) => { pod.metadata.deletionTimestamp = 'now'; });
  }

  public status(name: string): any {
    return this.pods.get(name)?.status;
  }

  public has(name: string): boolean {
    return this.pods.has(name);
  }

  public client(who: string): object {
    const call = async (verb: string, path: string, body: any) => {
      this.calls.push(`${who} ${verb} ${path}`);
      if (this.refuse) throw this.refuse;
      const [, name, sub] = /\/pods\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
      if (sub === 'binding') this.change(name, (pod) => { pod.spec.nodeName = body.target.name; });
      if (sub === 'status') this.change(name, (pod) => { pod.status = body.status; });
      if (verb === 'delete') this.remove(name, body);
      return {};
    };
    return {
      get: async () => ({ kind: 'PodList', apiVersion: 'v1', items: [...this.pods.values()], metadata: { resourceVersion: '1' } }),
      open: async () => this.watch,
      create: async () => ({}),
      post: (path: string, body: any) => call('post', path, body),
      patch: (path: string, body: any) => call('patch', path, body),
      delete: (path: string, body: any) => call('delete', path, body),
    };
  }

  private remove(name: string, { gracePeriodSeconds, preconditions }: any): void {
    const pod = this.pods.get(name)!;
    expect({ gracePeriodSeconds, uid: preconditions.uid }).toEqual({ gracePeriodSeconds: 0, uid: pod.metadata.uid });
    this.pods.delete(name);
    this.tell('DELETED', pod);
  }

  private change(name: string, how: (pod: Pod) => void): void {
    const pod = structuredClone(this.pods.get(name)!);
    how(pod);
    this.pods.set(name, pod);
    this.tell('MODIFIED', pod);
  }

  private tell(type: string, object: Pod): void {
    this.watch.write(`${JSON.stringify({ type, object })}\n`);
  }
}

describe('a scripted kubelet', () => {
  let api: FakeApi;
  let kubelet: ScriptedKubelet;
  const running = (pod: string) => waitFor(`the address of ${pod}`, 5, () => kubelet.address('prod', pod), 2);

  const conditions = (pod: string) =>
    Object.fromEntries(api.status(pod).conditions.map(({ type, status }: { type: string; status: string }) => [type, status]));

  beforeEach(async () => {
    api = new FakeApi();
    const plane = { clientOf: ({ name }: { name: string }) => api.client(name) } as unknown as ControlPlane;
    kubelet = await ScriptedKubelet.start(plane);
  });
  afterEach(() => kubelet.stop().catch(() => undefined));

  test('binds a pod as the scheduler, and reports it as running as the node', async () => {
    api.create('db-0');
    expect(await running('db-0')).toBe('198.18.0.1');
    expect(api.calls).toEqual([
      'system:kube-scheduler post /api/v1/namespaces/prod/pods/db-0/binding', 'system:node:node-0 patch /api/v1/namespaces/prod/pods/db-0/status',
    ]);
    expect(api.status('db-0')).toMatchObject({ phase: 'Running', podIP: '198.18.0.1', podIPs: [{ ip: '198.18.0.1' }] });
    expect(conditions('db-0')).toEqual({ PodScheduled: 'True', Initialized: 'True', ContainersReady: 'True', Ready: 'True' });
  });

  test('starts a held pod when it is released, and not before', async () => {
    kubelet.hold('prod', 'db-0');
    api.create('db-0');
    api.create('db-1');
    await running('db-1');
    await waitFor('db-0 to be bound', 5, () => kubelet.waits('prod', 'db-0'), 2);
    expect([kubelet.address('prod', 'db-0'), api.status('db-0')]).toEqual([undefined, undefined]);
    await kubelet.release('prod', 'db-0');
    expect([kubelet.waits('prod', 'db-0'), kubelet.address('prod', 'db-0'), api.status('db-0').podIP]).toEqual([false, '198.18.0.2', '198.18.0.2']);
  });

  test('reports a pod as not ready, and as ready again, at the same address', async () => {
    api.create('db-0');
    await running('db-0');
    await kubelet.setReady('prod', 'db-0', false);
    expect(conditions('db-0')).toMatchObject({ ContainersReady: 'False', Ready: 'False', Initialized: 'True' });
    expect(api.status('db-0')).toMatchObject({ podIP: '198.18.0.1', containerStatuses: [{ name: 'c', ready: false }] });
    await kubelet.setReady('prod', 'db-0', true);
    expect(conditions('db-0').Ready).toBe('True');
    expect(api.status('db-0').podIP).toBe('198.18.0.1');
  });

  test('fails to report a pod that does not run', async () => {
    await expect(kubelet.setReady('prod', 'db-0', false)).rejects.toThrow('the pod prod/db-0 does not run');
  });

  test('removes a deleted pod, and gives the next one of its name another address', async () => {
    api.create('db-0');
    await running('db-0');
    api.markDeleted('db-0');
    await waitFor('db-0 to be gone', 5, () => !api.has('db-0'), 2);
    api.create('db-0');
    expect(await waitFor('db-0 again', 5, () => kubelet.address('prod', 'db-0'), 2)).toBe('198.18.0.2');
  });

  test('a pod that is kept is there until it is released', async () => {
    api.create('db-0');
    await running('db-0');
    kubelet.keep('prod', 'db-0');
    api.markDeleted('db-0');
    api.create('db-1');
    await running('db-1');
    expect(api.has('db-0')).toBe(true);
    await kubelet.release('prod', 'db-0');
    expect(api.has('db-0')).toBe(false);
  });

  test('takes it that a pod is gone, or another one by now', async () => {
    api.refuse = new ApiError('PATCH', 409, '{}');
    api.create('db-0');
    await waitFor('the binding', 5, () => api.calls.length > 0, 2);
    await expect(kubelet.stop()).resolves.toBeUndefined();
  });

  test('fails with the first refusal of another kind, by the pod', async () => {
    api.refuse = new ApiError('POST', 403, '{"message":"forbidden"}');
    api.create('db-0');
    await waitFor('the binding', 5, () => api.calls.length > 0, 2);
    await expect(running('db-0')).rejects.toThrow('the kubelet of node-0 and the pod prod/db-0: POST: 403: forbidden');
    await expect(kubelet.stop()).rejects.toThrow('the pod prod/db-0: POST: 403: forbidden');
  });
});
