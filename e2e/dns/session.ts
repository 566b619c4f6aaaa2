import { launchInCluster, startInCluster } from './cluster-core-dns';
import { coreDnsAccess } from './core-dns-access';
import { DnsCase } from './dns-case';
import { Endpoints } from './endpoints';
import { Cluster } from './late-name';
import { Names } from './other-names';
import { LateSet, NAMESPACE } from './stateful-sets';
import { StubUpstream } from './stub-upstream';
import { CoreDnsVersion } from '../build/programs';
import { Access } from '../control-plane/access';
import { ControlPlane } from '../control-plane/control-plane';
import { ScriptedKubelet } from '../control-plane/scripted-kubelet';
import { CoreDns } from '../core-dns/core-dns';
import { ServerText } from '../core-dns/server-text';

/** A cluster without nodes, a world outside of it, and as many CoreDNS as are asked for. */
export class Session {
  public static async start(): Promise<Session> {
    const plane = await ControlPlane.start({ version: '1.28' });
    try {
      const kubelet = await ScriptedKubelet.start(plane);
      await plane.apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } }]);
      return new Session({ plane, kubelet, endpoints: await Endpoints.start(plane.client) }, await coreDnsAccess(plane), await StubUpstream.start());
    } catch (error) {
      const logs = plane.folder.keepLogs();
      await plane.stop();
      throw new Error(`${(error as Error).message}\nall logs: ${logs}`);
    }
  }

  private readonly servers: CoreDns[] = [];

  private constructor(public readonly cluster: Cluster, private readonly access: Access, public readonly upstream: StubUpstream) {}

  /** A set whose names are nobody's business: its first pod runs, its second one never does. */
  public async otherSet({ identity: { namespace, pods: [first, second] }, objects }: LateSet): Promise<Names> {
    const { plane, kubelet, endpoints } = this.cluster;
    kubelet.hold(namespace, second.name);
    await plane.apply(objects);
    await endpoints.whenRuns(() => kubelet.address(namespace, first.name));
    return { pod: first.fqdn, noPod: second.fqdn };
  }

  /** The server that clients of a case ask. */
  public async serverFor(each: DnsCase, service: string): Promise<CoreDns> {
    const behind = each.behind && await this.server(each.version, each.behind(service));
    return this.server(each.version, each.server(service), behind && `127.0.0.1:${behind.port}`);
  }

  /** Why a CoreDNS does not start with a Corefile; undefined if it does. */
  public async refusal(version: CoreDnsVersion, corefile: string): Promise<string | undefined> {
    const server = await launchInCluster(this.access, this.cluster.plane, { version, corefile, upstream: this.upstream.address });
    await server.stop();
    return server.refusal;
  }

  /** Copies the logs of all programs to where they outlive the run, and returns the folder. */
  public keepLogs(): string {
    return this.cluster.plane.folder.keepLogs();
  }

  public async stop(): Promise<void> {
    const { plane, kubelet, endpoints } = this.cluster;
    try {
      await Promise.all(this.servers.map((server) => server.stop()));
      this.upstream.stop();
      endpoints.stop();
      await kubelet.stop();
    } finally {
      await plane.stop();
    }
  }

  private async server(version: CoreDnsVersion, text: ServerText, clusterDns?: string): Promise<CoreDns> {
    const server = await startInCluster(this.access, this.cluster.plane, { version, ...text, upstream: this.upstream.address, clusterDns });
    this.servers.push(server);
    return server;
  }
}
