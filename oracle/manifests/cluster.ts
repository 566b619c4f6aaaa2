import { Version } from './server-claim';
import { ControlPlane } from '../../e2e/control-plane/control-plane';
import { Follow } from '../../e2e/control-plane/follow';
import { KubernetesObject } from '../../e2e/control-plane/resource-paths';
import { ScriptedKubelet } from '../../e2e/control-plane/scripted-kubelet';

const FOLLOWED = [
  '/api/v1/pods', '/api/v1/events', '/api/v1/persistentvolumeclaims', '/apis/apps/v1/statefulsets',
  '/apis/discovery.k8s.io/v1/endpointslices', '/apis/policy/v1/poddisruptionbudgets',
];

/** Hundreds of sets at a time: without these the controllers wait for their own limits. Nobody reads the legacy Endpoints and the root certificate. */
const MANAGER_FLAGS = [
  '--kube-api-qps=2000', '--kube-api-burst=4000', '--concurrent-statefulset-syncs=10', '--concurrent-service-endpoint-syncs=5',
  '--controllers=*,-endpoints-controller,-root-ca-certificate-publisher-controller',
];

/** A control plane with a scripted kubelet, and what there is in it, followed. */
export class Cluster {
  public static async start(version: Version): Promise<Cluster> {
    const plane = await ControlPlane.start({ version, managerFlags: MANAGER_FLAGS });
    try {
      const cluster = new Cluster(version, plane, await ScriptedKubelet.start(plane));
      for (const path of FOLLOWED) cluster.follows.push(await Follow.start(plane.client, path, (object, change) => cluster.see(object, change)));
      return cluster;
    } catch (error) {
      await plane.stop();
      throw error;
    }
  }

  private readonly follows: Follow[] = [];
  /** By namespace, kind and name. */
  private readonly live = new Map<string, Map<string, Map<string, KubernetesObject>>>();

  private constructor(public readonly version: Version, public readonly plane: ControlPlane, public readonly kubelet: ScriptedKubelet) {}

  /** What there is of a kind in a namespace, as far as it has been told. */
  public all(kind: string, namespace: string): KubernetesObject[] {
    return [...this.live.get(namespace)?.get(kind)?.values() ?? []];
  }

  public one(kind: string, namespace: string, name: string): KubernetesObject | undefined {
    return this.live.get(namespace)?.get(kind)?.get(name);
  }

  public async stop(): Promise<void> {
    for (const follow of this.follows) follow.stop();
    // A kubelet that met an error made its pods wait; whoever waited has told.
    await this.kubelet.stop().catch(() => undefined);
    await this.plane.stop();
  }

  private see(object: KubernetesObject, change: string): void {
    const { kind, metadata: { namespace = '', name } } = object;
    const kinds = this.live.get(namespace) ?? new Map<string, Map<string, KubernetesObject>>();
    this.live.set(namespace, kinds);
    const named = kinds.get(kind) ?? new Map<string, KubernetesObject>();
    kinds.set(kind, named);
    if (change === 'DELETED') named.delete(name);
    else named.set(name, object);
  }
}
