import { ApiClient } from '../control-plane/api-client';
import { Follow } from '../control-plane/follow';
import { waitFor } from '../process/wait';

/** When the API server first knew each ready address: the moment from which CoreDNS could answer. */
export class Endpoints {
  public static async start(client: ApiClient): Promise<Endpoints> {
    const endpoints = new Endpoints();
    endpoints.follow = await Follow.start(client, '/apis/discovery.k8s.io/v1/endpointslices', (slice, change) => {
      if (change === 'DELETED') return;
      for (const { addresses, conditions } of slice.endpoints ?? []) {
        if (conditions?.ready !== false && !endpoints.seen.has(addresses[0])) endpoints.seen.set(addresses[0], performance.now());
      }
    });
    return endpoints;
  }

  private readonly seen = new Map<string, number>();
  private follow?: Follow;

  /** Milliseconds, on the clock of `performance.now()`. */
  public when(address: string): Promise<number> {
    return waitFor(`an EndpointSlice with ${address}`, 60, () => this.seen.get(address), 10);
  }

  /** Waits until a pod has an address, and the API server knows it as an endpoint. */
  public async whenRuns(address: () => string | undefined): Promise<void> {
    await this.when(await waitFor('the address of a pod', 60, address));
  }

  public stop(): void {
    this.follow?.stop();
  }
}
