import { Endpoints } from './endpoints';
import { LateSet } from './stateful-sets';
import { ControlPlane } from '../control-plane/control-plane';
import { ScriptedKubelet } from '../control-plane/scripted-kubelet';
import { Resolver } from '../core-dns/resolver';
import { Ended, pause, waitFor } from '../process/wait';

/** Milliseconds between two questions of a client that keeps asking. */
const EVERY = 75;
/** Seconds after which a name that does not resolve is given up. */
const LIMIT = 120;

export interface Cluster {
  readonly plane: ControlPlane;
  readonly kubelet: ScriptedKubelet;
  readonly endpoints: Endpoints;
}

/** Seconds, one for each server that was asked. */
export interface Seconds {
  readonly byServer: readonly number[];
  /** From the pod's status to the EndpointSlice, as a watch of the API sees it. */
  readonly byWatch: number;
}

/** A pod that is looked up before it runs, and again after it is replaced. */
export class LateName {
  private readonly namespace: string;
  private readonly pod: string;
  private readonly fqdn: string;

  public constructor(private readonly cluster: Cluster, private readonly set: LateSet) {
    const { name, fqdn } = set.identity.pod(1);
    [this.namespace, this.pod, this.fqdn] = [set.identity.namespace, name, fqdn];
  }

  /** Applies the set: its first pod runs, the second one is held. */
  public async prepare(): Promise<void> {
    const { plane, kubelet } = this.cluster;
    kubelet.hold(this.namespace, this.pod);
    await plane.apply(this.set.objects);
    await waitFor(`the pod ${this.pod} to be bound`, 60, () => kubelet.waits(this.namespace, this.pod));
  }

  /**
   * Seconds from the endpoint to the first answer with its address, after a question that came too early.
   *
   * @param quiet seconds until clients ask again
   */
  public async newName(servers: readonly Resolver[], quiet: number): Promise<Seconds> {
    for (const { rcode } of await Promise.all(servers.map((server) => server.ask(this.fqdn)))) {
      if (rcode !== 'NXDOMAIN') throw new Error(`${this.fqdn} is answered with ${rcode} before its pod runs`);
    }
    return this.measure(servers, (addresses) => addresses.length > 0, () => this.release(), quiet);
  }

  /** Seconds from the new endpoint to the first answer with its address, after the pod is replaced. */
  public async changedAddress(servers: readonly Resolver[]): Promise<Seconds> {
    const { plane, kubelet } = this.cluster;
    const old = await this.address();
    const asked = await Promise.all(servers.map((server) => server.ask(this.fqdn)));
    if (asked.some(({ addresses }) => addresses.join() !== old)) throw new Error(`${this.fqdn} is not ${old} before its pod is replaced`);
    return this.measure(servers, (addresses) => addresses.length > 0 && !addresses.includes(old), async () => {
      kubelet.hold(this.namespace, this.pod);
      await plane.client.delete(`/api/v1/namespaces/${this.namespace}/pods/${this.pod}`);
      await waitFor(`the pod ${this.pod} to be made again`, 60, () => kubelet.waits(this.namespace, this.pod), 10);
      return this.release();
    });
  }

  private address(): Promise<string> {
    return waitFor(`an address of ${this.pod}`, 60, () => this.cluster.kubelet.address(this.namespace, this.pod), 10);
  }

  /** Starts the pod. */
  private async release(): Promise<Started> {
    const at = performance.now();
    await this.cluster.kubelet.release(this.namespace, this.pod);
    return { at, address: await this.address() };
  }

  /** Clients keep asking while a pod starts. */
  private async measure(
    servers: readonly Resolver[], wanted: (addresses: readonly string[]) => boolean, start: () => Promise<Started>, quiet = 0,
  ): Promise<Seconds> {
    let over = false;
    const client = async (server: Resolver) => {
      await pause(quiet * 1000);
      await waitFor(`${this.fqdn} to be answered`, LIMIT, async () => {
        if (over) throw new Ended('nobody waits for the answer');
        return wanted((await server.ask(this.fqdn)).addresses);
      }, EVERY);
      return performance.now();
    };
    try {
      const [{ at, address }, ...answered] = await Promise.all([start(), ...servers.map(client)]);
      const endpoint = await this.cluster.endpoints.when(address);
      // CoreDNS may hear of the endpoint before this process does.
      return { byServer: answered.map((time) => seconds(Math.max(0, time - endpoint))), byWatch: seconds(endpoint - at) };
    } finally {
      over = true;
    }
  }
}

/** To the millisecond. */
function seconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}

interface Started {
  /** When its start was asked for. */
  readonly at: number;
  readonly address: string;
}

/** Starts one after the other, a moment apart, and waits for all. */
export async function staggered<T, R>(items: readonly T[], apart: number, run: (item: T) => Promise<R>): Promise<R[]> {
  return Promise.all(items.map(async (item, at) => {
    await pause(at * apart);
    return run(item);
  }));
}
