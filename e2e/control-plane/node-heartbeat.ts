import { NODE } from './addresses';
import { ApiClient } from './api-client';
import { waitFor } from '../process/wait';

const LEASES = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases';
/** Seconds between two renewals, those of a kubelet; after 40 the controllers call a node unknown. */
const EVERY = 10;

/** A Node that is ready, and the Lease that keeps it so. */
export class NodeHeartbeat {
  private timer?: NodeJS.Timeout;

  public constructor(private readonly kubelet: ApiClient, private readonly node: string) {}

  public async start(): Promise<void> {
    const now = new Date().toISOString();
    await this.kubelet.create({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: this.node, labels: { 'kubernetes.io/hostname': this.node, 'kubernetes.io/os': 'linux' } },
      status: {
        addresses: [{ type: 'InternalIP', address: NODE }, { type: 'Hostname', address: this.node }],
        capacity: { cpu: '64', memory: '256Gi', pods: '500' },
        allocatable: { cpu: '64', memory: '256Gi', pods: '500' },
        conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady', lastHeartbeatTime: now, lastTransitionTime: now }],
      },
    });
    const spec = { holderIdentity: this.node, leaseDurationSeconds: 40, renewTime: microTime() };
    await waitFor('the namespace kube-node-lease', 30, () => this.kubelet.create({
      apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: this.node, namespace: 'kube-node-lease' }, spec,
    }));
    this.timer = setInterval(() => {
      // One renewal that fails is made up by the next.
      this.kubelet.patch(`${LEASES}/${this.node}`, { spec: { renewTime: microTime() } }).catch(() => undefined);
    }, EVERY * 1000);
  }

  public stop(): void {
    clearInterval(this.timer);
  }
}

/** Now, as `metav1.MicroTime` wants it: with exactly six digits. */
function microTime(): string {
  return new Date().toISOString().replace(/Z$/, '000Z');
}
